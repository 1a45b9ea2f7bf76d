/**
 * The request header with the requested address below the root, query included. Set by proxy.ts, as
 * Next gives it to no component.
 */
export const ADDRESS_HEADER = 'x-gongbao-address';

/** The request header of app/zh-hant, which will convert the page. */
export const TRADITIONAL_HEADER = 'x-gongbao-traditional';
