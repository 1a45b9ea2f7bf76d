import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** A finished answer to a GET, as it is kept and sent. */
export interface Answer {
  status: number;
  /** Those that are the answer's own: `Content-Type`, `Location`, … in lower case. */
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** The body compressed; null where that saves nothing. */
  gzip: Buffer | null;
  /** What it is made of, as `printState` gives it; null for an answer that is not kept. */
  state: string | null;
  /** Null for an answer that is not kept. */
  tag: string | null;
  /** When it was last known to be current, in milliseconds. */
  confirmedAt: number;
}

/** Texts that are worth compressing; files of Word, EPUB and pictures are compressed inside. */
const COMPRESSIBLE =
  /^(?:text\/|application\/(?:json|xml|atom\+xml|feed\+json|akn\+xml|ld\+json|javascript)|image\/svg)/;
/** Bytes below which it saves nothing. */
const SMALL = 860;

/** Compresses a body where that helps. */
export async function gzipOf(body: Buffer, contentType: string | undefined): Promise<Buffer | null> {
  if (body.length < SMALL || contentType === undefined || !COMPRESSIBLE.test(contentType)) return null;
  const compressed = await compress(body);
  return compressed.length < body.length ? compressed : null;
}

/** Gives the bytes that an answer takes in memory, about 600 for its headers. */
export const weightOf = ({ body, gzip: compressed }: Answer): number => body.length + (compressed?.length ?? 0) + 600;
