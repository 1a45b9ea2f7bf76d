import { log } from '@/lib/logging/log';
import type { LogEvent } from '@/lib/logging/events';

/** The sentence for people where the database does not answer. */
export const DATABASE_SILENT = '资料库没有应答，请过一会儿再试。';

interface Refusal {
  /** Seconds after which to ask again. */
  seconds?: number;
  headers?: Record<string, string>;
}

/**
 * Makes a response of status 503 that says when to ask again.
 * @param body a sentence for people, an object for programs, or null for no body
 */
export function unavailable(
  body: string | object | null = DATABASE_SILENT,
  { seconds = 30, headers = {} }: Refusal = {},
): Response {
  const type = typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json';
  return new Response(typeof body === 'string' ? `${body}\n` : body && JSON.stringify(body), {
    status: 503,
    headers: {
      ...(body === null ? {} : { 'Content-Type': type }),
      'Retry-After': String(seconds),
      ...headers,
    },
  });
}

/** Gives the response that is made; after an error, logs it and gives `refusal`'s. */
export async function respondOr(
  refusal: () => Response,
  make: () => Response | Promise<Response>,
  event: LogEvent = 'no answer of the database',
): Promise<Response> {
  try {
    return await make();
  } catch (error) {
    log(event, {}, error);
    return refusal();
  }
}
