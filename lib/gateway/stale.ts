import type { Answer } from './answer';

/**
 * Marks a former answer with its age, for readers and for programs, to be sent while nothing newer
 * can be made. Browsers do not keep it.
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
  return Buffer.from(`${html.slice(0, at)}${notice(seconds)}${html.slice(at)}`);
}

const notice = (seconds: number): string =>
  `<p class="stale" role="status">资料库暂时没有应答。这一页是${ageWords(seconds)}取出的，可能不是最新的。</p>`;

/** 不到一分钟前, 5 分钟前, 3 小时前 */
function ageWords(seconds: number): string {
  if (seconds < 60) return '不到一分钟前';
  if (seconds < 3600) return ` ${Math.floor(seconds / 60)} 分钟前`;
  return ` ${Math.floor(seconds / 3600)} 小时前`;
}
