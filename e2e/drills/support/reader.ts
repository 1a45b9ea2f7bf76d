import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync } from 'node:zlib';

/** What a reader got. */
export interface Seen {
  address: string;
  status: number;
  headers: IncomingHttpHeaders;
  /** As it was sent. */
  bytes: Buffer;
  /** Decompressed. */
  text: string;
  milliseconds: number;
}

/** What a reader sends beside the address. */
export interface Asking {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** The address of this machine from which it asks: `127.0.0.2`. */
  from?: string;
}

// One keeps its connections, as browsers and nginx do.
const agent = new Agent({ keepAlive: true, maxSockets: 600 });

/**
 * Asks for an address, without following redirects.
 * @param base `http://localhost:40123`
 * @param address `/shili/示政发〔2022〕8号`
 */
export function ask(
  base: string,
  address: string,
  { method = 'GET', headers = {}, body, from }: Asking = {},
): Promise<Seen> {
  const began = performance.now();
  const url = base + encodeURI(address).replaceAll('%25', '%');
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
    const sent = request(
      url,
      {
        agent,
        method,
        headers: { 'Accept-Encoding': 'gzip', ...headers, ...length },
        timeout: 60_000,
        ...(from !== undefined && { localAddress: from }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const isPacked = response.headers['content-encoding'] === 'gzip' && bytes.length > 0;
          resolve({
            address,
            status: response.statusCode!,
            headers: response.headers,
            bytes,
            text: (isPacked ? gunzipSync(bytes) : bytes).toString(),
            milliseconds: performance.now() - began,
          });
        });
      },
    );
    sent.on('timeout', () => sent.destroy(new Error(`${address}: no answer within a minute.`))).on('error', reject);
    sent.end(body);
  });
}

/** The sentence above a page that is held from before, in either script. */
export const STALE_SENTENCE = '<p class="stale" role="status">';

/** Prints an answer in few words, for the lines of a drill: `200 kept 3 s ago`. */
function inWords({ status, headers }: Pick<Seen, 'status' | 'headers'>): string {
  const cache = headers['x-cache'] === undefined ? '' : ` ${String(headers['x-cache'])}`;
  if (headers.age !== undefined) return `${status}${cache} with its age`;
  return `${status}${cache}${headers['retry-after'] === undefined ? '' : ' with Retry-After'}`;
}

/** Counts answers by what they were: `200: 12, 503 with Retry-After: 3`. */
export function count(seen: readonly Pick<Seen, 'status' | 'headers'>[]): string {
  const counts = new Map<string, number>();
  for (const each of seen) counts.set(inWords(each), (counts.get(inWords(each)) ?? 0) + 1);
  return [...counts].map(([words, number]) => `${words}: ${number}`).join(', ');
}
