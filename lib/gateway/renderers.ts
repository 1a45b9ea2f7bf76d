import type { Readable } from 'node:stream';
import { Pool, type Dispatcher } from 'undici';

/** A request to a renderer: its own headers only, no client's connection. */
export interface RendererRequest {
  method: 'GET' | 'POST';
  path: string;
  headers: Record<string, string>;
  body?: Buffer | null;
  signal?: AbortSignal;
  /** Whether it is work of more than 100 ms, which holds up all else in its renderer. */
  isHeavy?: boolean;
}

/** The answer of a renderer while it arrives. */
export interface RendererResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Readable;
}

/** No renderer answers. */
export class RendererAway extends Error {
  override name = 'RendererAway';
}

/**
 * Milliseconds until a renderer has begun to answer: longer than the longest search
 * (lib/db/search/sql/pool.ts).
 */
const SILENCE = 15_000;

/** The renderers of a gateway, each of which makes any answer. */
export class Renderers {
  private readonly pools: Pool[];

  /** @param origins `http://127.0.0.1:41234` */
  constructor(origins: readonly string[]) {
    this.pools = origins.map(
      (origin) =>
        new Pool(origin, {
          connections: 64,
          // Next closes an idle connection after five seconds; ours is closed before.
          keepAliveTimeout: 3_000,
          keepAliveMaxTimeout: 4_000,
          connect: { timeout: 1_000 },
          headersTimeout: SILENCE,
          bodyTimeout: 60_000,
        }),
    );
  }

  /**
   * Asks the renderer with the fewest open requests. Of several, the last does the heavy work, so
   * that a page waits for no file. A GET is asked once more when its connection was closed at that
   * moment, and of another renderer when one is away.
   * @throws RendererAway
   */
  async ask({ method, path, headers, body = null, signal, isHeavy }: RendererRequest): Promise<RendererResponse> {
    const options: Dispatcher.RequestOptions = { method, path, headers, body, ...(signal && { signal }) };
    const isAlone = this.pools.length === 1;
    const own = isAlone ? this.pools : isHeavy ? this.pools.slice(-1) : this.pools.slice(0, -1);
    const others = this.pools.filter((pool) => !own.includes(pool));
    for (let attempt = 1; ; attempt++) {
      const pool = leastBusy(attempt === 1 || isAlone ? own : others);
      try {
        const { statusCode, headers: answered, body: stream } = await pool.request(options);
        return { status: statusCode, headers: answered, body: stream };
      } catch (error) {
        if (signal?.aborted) throw error;
        if (attempt === 1 && method === 'GET' && (isClosedConnection(error) || (!isAlone && isNobody(error)))) continue;
        throw new RendererAway('A renderer did not answer.', { cause: error });
      }
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.pools.map((pool) => pool.destroy()));
  }
}

const leastBusy = (pools: readonly Pool[]): Pool =>
  pools.reduce((best, pool) => (load(pool) < load(best) ? pool : best));

const load = ({ stats }: Pool): number => stats.running + stats.pending + stats.queued;

const isClosedConnection = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'UND_ERR_SOCKET' || error.code === 'ECONNRESET');

const isNobody = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'ECONNREFUSED' || error.code === 'UND_ERR_CONNECT_TIMEOUT');

/**
 * Reads a body to its end.
 * @throws RendererAway where it breaks off
 */
export async function collect(body: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of body) chunks.push(chunk as Buffer);
  } catch (error) {
    throw new RendererAway('The answer of a renderer broke off.', { cause: error });
  }
  return Buffer.concat(chunks);
}
