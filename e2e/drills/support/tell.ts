import { writeSync } from 'node:fs';

/** Prints what readers saw, also where the tests pass: it is the result of a drill. */
export const tell = (drill: string, seen: string): void => {
  writeSync(1, `   ${drill}: ${seen}\n`);
};
