import { homeUrl } from '@/lib/addresses/urls';

/**
 * Prints what a page shows that could not be made: what happened, and the ways on.
 * HTML, because the page of React's error boundary and the one without script show the same.
 * An empty address is that of the page itself.
 * @param digest finds the error in the server's log
 */
export const failureMain = (digest: string | undefined): string => `
  <header class="head">
    <h1>页面没有取出来</h1>
    <p class="mt-3">服务出了差错，不是您的操作有误。</p>
    ${digest === undefined ? '' : `<p class="quiet">差错编号　${digest.replace(/\W/g, '')}</p>`}
  </header>
  <p class="flex flex-wrap items-center gap-4">
    <a class="button solid" href="">再试一次</a>
    <a class="inline-flex min-h-11 items-center" href="${homeUrl()}">回首页</a>
  </p>`;

/** Tests for the page that Next sends where rendering failed: its body is for script to fill. */
export const isFailureShell = (html: string): boolean =>
  /^\s*<!DOCTYPE html><html[^>]* id="__next_error__"/i.test(html.slice(0, 500));

/** Makes a page that says so without script, from the page that Next sends. */
export function failurePage(shell: string): string {
  const styles = new Set([...shell.matchAll(/href="(\/_next\/static\/[^"?]+\.css)"/g)].map((match) => match[1]!));
  const digest = /\\?"digest\\?":\\?"(\w+)\\?"/.exec(shell)?.[1];
  return [
    '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"/>',
    '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
    ...[...styles].map((href) => `<link rel="stylesheet" href="${href}"/>`),
    '<meta name="color-scheme" content="light dark"/><meta name="robots" content="noindex"/>',
    '<title>页面没有取出来</title><link rel="icon" href="/icon.svg" sizes="any" type="image/svg+xml"/></head>',
    `<body><main class="wrap" id="main">${failureMain(digest)}</main></body></html>`,
  ].join('');
}
