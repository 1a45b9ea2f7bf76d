import { PassThrough, pipeline, Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { loadConverter } from './convert';
import { TraditionalRewriter } from './rewriter';

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * Takes the HTML of a page as it arrives, and the public origin; gives the page in traditional
 * characters as it is read. Neither is ever held as a whole. What breaks off on one side breaks off
 * on the other.
 */
export async function convertPage(html: Bytes, siteUrl: string): Promise<Bytes> {
  const rewriter = new TraditionalRewriter(await loadConverter(), siteUrl);
  const source = Readable.fromWeb(html as NodeStream).setEncoding('utf8');
  // What the rewriter gives are strings; a response is bytes.
  const bytes = new PassThrough();
  // An error ends all of them; who reads hears of it.
  pipeline(source, rewriter, bytes, () => undefined);
  return Readable.toWeb(bytes) as Bytes;
}
