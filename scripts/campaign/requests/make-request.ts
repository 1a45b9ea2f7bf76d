import { integer, pick, randomFrom, seedOf, type Random } from '../../bench/search/random';
import { hostileAddress, hostileQuery, hostileSearch } from './addresses';
import { hostileHeaders } from './headers';
import { hostileForm } from './forms';
import { hostileText } from './words';

/** A request as it goes over the line. */
export interface HostileRequest {
  kind: Kind;
  /** Sent one after another, with pauses where it is slow. */
  parts: Buffer[];
  /** Milliseconds between two parts. */
  pause: number;
  /** Methods of the requests in it, in order; none where no answer is to be waited for. */
  methods: string[];
  /** Whether the portal may wait for the rest of it: nobody knows what it says. */
  mayBeIncomplete?: boolean;
}

const KINDS = [
  'method',
  'address',
  'search',
  'query',
  'header',
  'form',
  'cut off',
  'slow',
  'pipelined',
  'bytes',
] as const;
type Kind = (typeof KINDS)[number];

const METHODS = [
  'TRACE',
  'PUT',
  'DELETE',
  'PATCH',
  'PROPFIND',
  'OPTIONS',
  'HEAD',
  'POST',
  'CONNECT',
  'get',
  'GETT',
  'M-SEARCH',
  'QUERY',
  'X',
  'G\u0000T',
  'A'.repeat(300),
];

/** Makes hostile request number `at` of a seed, always the same. */
export function makeRequest(seed: number, at: number, addresses: readonly string[]): HostileRequest {
  const random = randomFrom(seedOf(seed, 'request', at));
  const kind = pick(random, KINDS);
  const target = (): string => (random() < 0.5 ? pick(random, addresses) : hostileAddress(random, addresses));
  const one = (method: string, address: string, headers = '', body: Buffer | string = ''): Buffer =>
    Buffer.concat([
      Buffer.from(
        `${method} ${address.replace(/[\r\n ]/g, '')} HTTP/1.1\r\nHost: localhost\r\n${client(random)}${headers}\r\n`,
      ),
      Buffer.from(body),
    ]);
  const whole = (method: string, ...parts: Buffer[]): HostileRequest => ({ kind, parts, pause: 0, methods: [method] });
  switch (kind) {
    case 'method': {
      const method = pick(random, METHODS);
      return whole(method, one(method, target(), random() < 0.3 ? 'Content-Length: 5\r\n' : '', 'abcde'));
    }
    case 'address':
      return whole('GET', one('GET', hostileAddress(random, addresses)));
    case 'search':
      return whole('GET', one('GET', hostileSearch(random, addresses)));
    case 'query':
      return whole('GET', one('GET', pick(random, addresses) + hostileQuery(random)));
    case 'header': {
      const method = pick(random, ['GET', 'GET', 'HEAD', 'OPTIONS']);
      return whole(method, one(method, target(), hostileHeaders(random)));
    }
    case 'form': {
      const { address, headers, body } = hostileForm(random);
      return whole('POST', one('POST', address, headers, body));
    }
    case 'cut off': {
      const request = pick(random, [
        () => one('GET', target(), hostileHeaders(random)),
        () =>
          one(
            'POST',
            '/check',
            'Content-Length: 100000\r\nContent-Type: application/x-www-form-urlencoded\r\n',
            `draft=${hostileText(random)}`,
          ),
        () =>
          one(
            'POST',
            '/check',
            'Transfer-Encoding: chunked\r\nContent-Type: multipart/form-data; boundary=x\r\n',
            'fff\r\n--x',
          ),
      ])();
      return { kind, parts: [request.subarray(0, integer(random, 0, request.length))], pause: 0, methods: [] };
    }
    case 'slow': {
      const request = one('GET', pick(random, addresses));
      const parts = [0, 1, 2, 3].map((part) =>
        request.subarray((part * request.length) >> 2, ((part + 1) * request.length) >> 2),
      );
      return { kind, parts, pause: integer(random, 1, 100), methods: ['GET'] };
    }
    case 'pipelined': {
      const methods = Array.from({ length: integer(random, 2, 8) }, () =>
        pick(random, ['GET', 'GET', 'HEAD', 'OPTIONS']),
      );
      return {
        kind,
        parts: [Buffer.concat(methods.map((method) => one(method, pick(random, addresses))))],
        pause: 0,
        methods,
      };
    }
    case 'bytes': {
      const request = Buffer.from(one('GET', target(), hostileHeaders(random)));
      for (let count = integer(random, 1, 6); count > 0; count--)
        request[integer(random, 0, request.length - 1)] = integer(random, 0, 255);
      return { ...whole('GET', request), mayBeIncomplete: true };
    }
  }
}

/** Each comes from another reader, as through a proxy, or from this machine. */
const client = (random: Random): string =>
  random() < 0.9 ? `X-Forwarded-For: 198.51.${integer(random, 100, 103)}.${integer(random, 0, 255)}\r\n` : '';
