import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { BenchRequest, CaseResult, Round, Subject } from './subject';
import { medianOf, spreadOf } from './statistics';

const run = promisify(execFile);

async function measureRound(name: string, spec: unknown): Promise<Round> {
  const script = path.join(import.meta.dirname, 'round.ts');
  const args = ['--expose-gc', '--import', 'tsx', script, name, JSON.stringify(spec)];
  const { stdout } = await run(process.execPath, args);
  return JSON.parse(stdout) as Round;
}

/**
 * Measures all cases of a subject, a round of each in turn.
 * A busy minute of the machine then falls on all of them.
 * @returns the sentences that say what is not as it should be
 */
export async function runBench(
  name: string,
  subject: Subject,
  request: BenchRequest & { rounds: number },
  print: (line: string) => void,
): Promise<string[]> {
  const { notes, cases } = await subject.plan(request);
  for (const note of notes) print(note);
  const results: CaseResult[] = cases.map((each) => ({ ...each, rounds: [] }));
  for (let round = 0; round < request.rounds; round++)
    for (const [at, { spec }] of cases.entries()) results[at]!.rounds.push(await measureRound(name, spec));
  print('');
  for (const result of results) for (const line of describeResult(result)) print(line);
  const complaints = subject.judge(results);
  for (const complaint of complaints) print(complaint);
  return complaints;
}

const megabyte = 1024 * 1024;
const inMegabytes = (bytes: number): string =>
  `${(bytes / megabyte).toFixed(bytes < megabyte ? 2 : bytes < 10 * megabyte ? 1 : 0)} MB`;

/**
 * Takes the rounds of a case; gives its lines: size, speed, the same against the yardstick, memory.
 * Spread is least–most.
 */
export function describeResult({ name, rounds }: Pick<CaseResult, 'name' | 'rounds'>): string[] {
  const speed = spreadOf(rounds.map(({ bytes, seconds }) => bytes / megabyte / seconds));
  const ratio = spreadOf(
    rounds.map(({ bytes, processorSeconds, yardstickPerByte }) => processorSeconds / bytes / yardstickPerByte),
  );
  const memory = (figure: (round: Round) => number): string => inMegabytes(medianOf(rounds, figure));
  const between = (least: string, most: string): string => (least === most ? '' : ` (${least}–${most})`);
  return [
    `${name}: ${inMegabytes(rounds[0]!.bytes)}`,
    `  ${speed.median.toFixed(2)} MB/s${between(speed.least.toFixed(2), speed.most.toFixed(2))}, ${ratio.median.toFixed(1)} times the yardstick${between(ratio.least.toFixed(1), ratio.most.toFixed(1))}`,
    `  peak memory ${memory(({ peakMemory }) => peakMemory)} above the start; heap grew by ${memory(({ heapGrowth }) => heapGrowth)}; the result holds ${memory(({ resultHeap }) => resultHeap)}`,
  ];
}
