import type { Answer } from './answer';

/**
 * Marks a former answer with its age, for readers and for programs.
 * It is sent while nothing newer can be made. Browsers do not keep it.
 */
export function asStale(answer: Answer, now: number): Answer {
  const seconds = Math.max(0, Math.round((now - answer.confirmedAt) / 1000));
  const { ETag: _tag, ...headers } = answer.headers;
  const body = markBody(answer, seconds);
  return {
    ...answer,
    headers: { ...headers, 'Cache-Control': 'no-store', 'X-Accel-Expires': '0', Age: String(seconds) },
    body,
    gzip: body === answer.body ? answer.gzip : null,
    state: null,
    tag: null,
  };
}

/** Puts a sentence above the page that says how old it is. */
function markBody({ headers, body }: Answer, seconds: number): Buffer {
  if (!headers['content-type']?.startsWith('text/html')) return body;
  const html = body.toString();
  const start = /<body[^>]*>/.exec(html);
  if (!start) return body;
  const at = start.index + start[0].length;
  return Buffer.from(`${html.slice(0, at)}${notice(seconds, /<html[^>]* lang="zh-Hant/.test(html))}${html.slice(at)}`);
}

function notice(seconds: number, isTraditional: boolean): string {
  const words = isTraditional
    ? `資料庫暫時沒有應答。這一頁是${ageWords(seconds, '不到一分鐘前', '分鐘前', '小時前')}取出的，可能不是最新的。`
    : `资料库暂时没有应答。这一页是${ageWords(seconds, '不到一分钟前', '分钟前', '小时前')}取出的，可能不是最新的。`;
  return `<p class="stale" role="status">${words}</p>`;
}

/** 不到一分钟前, 5 分钟前, 3 小时前 */
function ageWords(seconds: number, justNow: string, minutes: string, hours: string): string {
  if (seconds < 60) return justNow;
  return seconds < 3600 ? ` ${Math.floor(seconds / 60)} ${minutes}` : ` ${Math.floor(seconds / 3600)} ${hours}`;
}
