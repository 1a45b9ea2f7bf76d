import { timesOf, type Times } from '../../bench/statistics';
import { makeRequest, type HostileRequest } from './make-request';
import { send, type Outcome } from './send';

const AT_ONCE = 12;
/** Offences that are described. */
const MOST = 200;

/** What came of hostile requests. */
export interface AttackFigures {
  sent: number;
  /** Ends by how, answers by status. */
  ends: Record<string, number>;
  statuses: Record<string, number>;
  /** Milliseconds of what was answered. */
  times: Times;
  offences: string[];
}

/** Sends hostile requests, some at once; each follows from the seed and its number. */
export async function attack(
  port: number,
  addresses: readonly string[],
  { requests, seed }: { requests: number; seed: number },
  log: (line: string) => void,
): Promise<AttackFigures> {
  const figures = { sent: 0, ends: {} as Record<string, number>, statuses: {} as Record<string, number> };
  const offences: string[] = [];
  const times: number[] = [];
  let next = 0;
  const attacker = async (): Promise<void> => {
    for (let at = next++; at < requests; at = next++) {
      const request = makeRequest(seed, at, addresses);
      const outcome = await send(port, request);
      figures.sent++;
      figures.ends[outcome.end] = (figures.ends[outcome.end] ?? 0) + 1;
      for (const { status } of outcome.answers) figures.statuses[status] = (figures.statuses[status] ?? 0) + 1;
      if (outcome.end === 'answered') times.push(outcome.took);
      for (const offence of findOffences(outcome)) {
        if (offences.length < MOST) offences.push(`request ${at} (${request.kind}): ${offence}; ${describe(request)}`);
      }
      if (figures.sent % 5_000 === 0) log(`${figures.sent} of ${requests} requests, ${offences.length} offences`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, attacker));
  return { ...figures, times: timesOf(times), offences };
}

/** Tells what of an outcome may not be. */
export function findOffences({ answers, end, took }: Outcome): string[] {
  const wrong = answers.filter(
    ({ status, headers }) => status >= 500 && !(status === 503 && headers['retry-after'] !== undefined),
  );
  return [
    ...wrong.map(({ status }) => `status ${status}`),
    ...(end === 'hung' || end === 'broken' || end === 'refused' ? [`${end} after ${Math.round(took)} ms`] : []),
  ];
}

/** Shows what was sent, so that it can be read on a terminal. */
export function describe({ parts }: HostileRequest): string {
  const text = JSON.stringify(Buffer.concat(parts).toString());
  return text.length > 400 ? `${text.slice(0, 400)}… (${text.length} characters)` : text;
}
