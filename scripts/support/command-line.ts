import { z } from 'zod';

/** Where a command writes. */
export interface Output {
  print: (line: string) => void;
  complain: (line: string) => void;
}

const terminal: Output = { print: (line) => console.log(line), complain: (line) => console.error(line) };

/**
 * Reads the arguments of a command. Where nothing is to be done for them, prints why: the help that
 * was asked for (exit code 0), or what was not understood, with the help (2).
 * @param read gives what the arguments mean, null when help was asked for; throws an Error or
 * ZodError that says what is wrong
 */
export function understand<Given>(
  read: () => Given | null,
  help: string,
  { print, complain }: Output = terminal,
): { given: Given } | { exitCode: number } {
  let given: Given | null;
  try {
    given = read();
  } catch (error) {
    const reason =
      error instanceof z.ZodError ? error.issues.map(({ message }) => message).join('; ') : (error as Error).message;
    complain(`${reason}\n\n${help}`);
    return { exitCode: 2 };
  }
  if (given !== null) return { given };
  print(help);
  return { exitCode: 0 };
}
