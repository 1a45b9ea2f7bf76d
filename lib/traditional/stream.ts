import { PassThrough, pipeline, Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import { loadConverter } from './convert';
import { TraditionalRewriter } from './rewriter';

type Bytes = ReadableStream<Uint8Array<ArrayBuffer>>;

/**
 * Converts the HTML of a page to traditional characters while it arrives. Neither is held as a
 * whole; an error on one side ends the other.
 */
export async function convertPage(html: Bytes, siteUrl: string): Promise<Bytes> {
  const rewriter = new TraditionalRewriter(await loadConverter(), siteUrl);
  const source = Readable.fromWeb(html as NodeStream).setEncoding('utf8');
  // The rewriter gives strings; a response needs bytes.
  const bytes = new PassThrough();
  // An error ends all of them, and the reader sees it.
  pipeline(source, rewriter, bytes, () => undefined);
  return Readable.toWeb(bytes) as Bytes;
}
