export const ATOM = 'application/atom+xml';
export const XML = 'application/xml';

/** Seconds for which an answer may be kept: programs ask every few minutes. */
const KEPT_FOR = 300;

/**
 * Takes a media type and what makes the text, null where the address names nothing; gives the
 * response: 404 and 503 say in a text what is the matter.
 */
export async function respondWithText(type: string, make: () => Promise<string | null>): Promise<Response> {
  try {
    const text = await make();
    return text === null
      ? answer('这个地址没有内容，请核对。\n', { status: 404 })
      : answer(text, { type, cache: `public, max-age=${KEPT_FOR}` });
  } catch (error) {
    console.error('The database did not answer.', error);
    return answer('资料库没有应答，请过一会儿再试。\n', { status: 503, headers: { 'Retry-After': '30' } });
  }
}

interface Answer {
  status?: number;
  type?: string;
  cache?: string;
  headers?: Record<string, string>;
}

const answer = (
  body: string,
  { status = 200, type = 'text/plain', cache = 'no-store', headers = {} }: Answer,
): Response =>
  new Response(body, {
    status,
    headers: { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': cache, ...headers },
  });
