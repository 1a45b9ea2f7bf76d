/**
 * The address of the page that is asked for, query and all, below the root: Next tells it to no
 * component. Set by proxy.ts.
 */
export const ADDRESS_HEADER = 'x-gongbao-address';

/** Says that the page is asked for by app/zh-hant, which will convert it. */
export const TRADITIONAL_HEADER = 'x-gongbao-traditional';
