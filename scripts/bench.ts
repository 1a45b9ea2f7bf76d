import { HELP, readArguments } from './bench/arguments';
import { runBench } from './bench/frame';
import { subjects } from './bench/subjects';
import { understand } from './support/command-line';

async function main(): Promise<number> {
  const understood = understand(() => readArguments(process.argv.slice(2)), HELP);
  if ('exitCode' in understood) return understood.exitCode;
  const { given } = understood;
  // What is measured is a database of the bench's own.
  delete process.env.DATABASE_READ_URL;
  const subject = subjects[given.name]!;
  const print = (line: string): void => console.log(line);
  const complaints =
    'run' in subject ? await subject.run(given, print) : await runBench(given.name, subject, given, print);
  return complaints.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
