import autocannon from 'autocannon';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { provideProgram } from '../../../testing/install-with-apt';

const run = promisify(execFile);

/** Keep-alive connections of each figure. */
const CONNECTIONS = 16;

/** What a load of some seconds has shown. */
export interface LoadFigures {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** Answers that were neither right nor 304, and connections that failed. */
  failures: number;
}

/** Asks for one address as fast as it is answered, accepting gzip. */
export type Loader = (address: string, seconds: number, headers?: Record<string, string>) => Promise<LoadFigures>;

/** What makes the load, with its name for the report. */
export interface NamedLoader {
  name: string;
  load: Loader;
}

/** The load generator that comes with the project. */
export const ownLoader: NamedLoader = { name: 'autocannon', load: loadWithAutocannon };

/** Finds what makes the load: wrk where it is or can be installed, else autocannon. */
export function provideLoader(): NamedLoader {
  const wrk = provideProgram('wrk');
  if (wrk === null) return ownLoader;
  return { name: 'wrk', load: (address, seconds, headers = {}) => loadWithWrk(wrk, address, seconds, headers) };
}

async function loadWithWrk(
  wrk: string,
  address: string,
  seconds: number,
  headers: Record<string, string>,
): Promise<LoadFigures> {
  const given = Object.entries({ 'Accept-Encoding': 'gzip', ...headers }).flatMap(([name, value]) => [
    '-H',
    `${name}: ${value}`,
  ]);
  const threads = ['-t2', `-c${CONNECTIONS}`, `-d${seconds}s`];
  const { stdout } = await run(wrk, [...threads, '--timeout', '5s', '--latency', ...given, address]);
  return readWrk(stdout);
}

/** Reads what wrk prints. */
export function readWrk(printed: string): LoadFigures {
  const milliseconds = (share: string): number => {
    const [, amount, unit] = new RegExp(String.raw`^\s+${share}%\s+([\d.]+)(us|ms|s|m)$`, 'm').exec(printed) ?? [];
    return Number(amount ?? Number.NaN) * ({ us: 0.001, ms: 1, s: 1000, m: 60_000 }[unit ?? 'ms'] ?? 1);
  };
  const [, perSecond] = /^Requests\/sec:\s+([\d.]+)$/m.exec(printed) ?? [];
  if (perSecond === undefined) throw new Error(`wrk printed no figures: ${printed}`);
  const [, wrong = '0'] = /^\s+Non-2xx or 3xx responses: (\d+)$/m.exec(printed) ?? [];
  const broken = /^\s+Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)$/m.exec(printed) ?? [];
  const failures = broken.slice(1).reduce((sum, count) => sum + Number(count), Number(wrong));
  return { perSecond: Number(perSecond), p50: milliseconds('50'), p99: milliseconds('99'), failures };
}

async function loadWithAutocannon(
  url: string,
  duration: number,
  headers: Record<string, string> = {},
): Promise<LoadFigures> {
  const result = await autocannon({
    url,
    duration,
    connections: CONNECTIONS,
    headers: { 'accept-encoding': 'gzip', ...headers },
  });
  const { latency, requests, errors, timeouts } = result;
  const failures = errors + timeouts + result['4xx'] + result['5xx'];
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99, failures };
}
