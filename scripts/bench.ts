import { z } from 'zod';
import { HELP, readArguments } from './bench/arguments';
import { runBench } from './bench/frame';
import { subjects } from './bench/subjects';

async function main(): Promise<number> {
  let given: ReturnType<typeof readArguments>;
  try {
    given = readArguments(process.argv.slice(2));
  } catch (error) {
    const reason =
      error instanceof z.ZodError ? error.issues.map(({ message }) => message).join('; ') : (error as Error).message;
    console.error(`${reason}\n\n${HELP}`);
    return 2;
  }
  if (!given) {
    console.log(HELP);
    return 0;
  }
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
