import { readFileSync } from 'node:fs';

/** Settings that may stand in a file of their own: they hold passwords. */
const SECRETS = ['DATABASE_URL', 'DATABASE_READ_URL'] as const;

/**
 * Reads secret settings from the files that `NAME_FILE` names, and sets `NAME` from each.
 *
 * Docker and systemd hand secrets over as files. `NAME_FILE` is removed, so that the processes
 * started from here get the value alone.
 * @throws Error that names the variable, where the file cannot be read or is empty, or both are set
 */
export function readSecretFiles(variables: Record<string, string | undefined> = process.env): void {
  for (const name of SECRETS) {
    const file = variables[`${name}_FILE`];
    if (!file) continue;
    if (variables[name]) throw new Error(`${name} and ${name}_FILE are both set. Leave one of them out.`);
    variables[name] = readSecret(name, file);
    Reflect.deleteProperty(variables, `${name}_FILE`);
  }
}

function readSecret(name: string, file: string): string {
  let secret: string;
  try {
    secret = readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw new Error(
      `${name}_FILE is "${file}", which cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}). It has to be a file with the value of ${name} alone.`,
      { cause: error },
    );
  }
  if (secret === '') throw new Error(`${name}_FILE is "${file}", which is empty. Write the value of ${name} into it.`);
  return secret;
}
