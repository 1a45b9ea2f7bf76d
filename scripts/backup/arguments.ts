import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

/** The name that means standard output. */
export const STANDARD_OUTPUT = '-';

/** What `npm run backup -- --help` prints. */
export const BACKUP_HELP = `Usage: npm run backup -- [OPTIONS] FILE

Writes all that the portal holds, as it is at this moment, into one file (a tar archive under gzip). The portal and ingests go on meanwhile.
The database is that of DATABASE_URL, else the embedded one. A role that may only read is enough, and a hot standby will do:
DATABASE_URL=postgresql://reader@standby/gongbao npm run backup -- FILE

  FILE           is there whole or not at all; - is standard output: npm run -s backup -- - | ssh host 'cat > FILE'
  --overwrite    write FILE also where it is there already
  --help         print this

Exit code: 0 the backup is made, 1 it is not, 2 the command was not understood.`;

/** What `npm run restore -- --help` prints. */
export const RESTORE_HELP = `Usage: npm run restore -- [OPTIONS] FILE
       npm run restore -- --check FILE

Fills the database from a FILE of npm run backup: all of it or nothing. A running portal shows what was until all is there. Backups of older
releases are brought up to date. The database is that of DATABASE_URL, else the embedded one, and has to be empty.

  --check           only read FILE: is it whole, and what is in it? Needs no database
  --replace         take the place of all that the database holds
  --without TABLE   leave a table of the backup out that gongbao does not know; may be repeated
  --help            print this

Exit code: 0 all is restored (or the file is whole), 1 nothing was restored, 2 the command was not understood.`;

/** npm runs scripts in the project's folder; a path is meant from where the person stands. */
const pathOf = (named: string): string => path.resolve(process.env.INIT_CWD ?? '.', named);

const oneFile = z
  .array(z.string().min(1))
  .length(1, 'name one file')
  .transform(([file]) => file!);

const backupSchema = z.object({
  file: oneFile.transform((file) => (file === STANDARD_OUTPUT ? file : pathOf(file))),
  overwrite: z.boolean(),
});

/**
 * Reads the arguments of `npm run backup --`.
 * @returns null when help was asked for
 * @throws Error or ZodError that says what is wrong
 */
export function readBackupArguments(args: string[]): z.infer<typeof backupSchema> | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { overwrite: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  return values.help ? null : backupSchema.parse({ file: positionals, overwrite: values.overwrite });
}

const restoreSchema = z
  .object({
    file: oneFile
      .refine((file) => file !== STANDARD_OUTPUT, 'a restore reads its file twice: it cannot be standard input')
      .transform(pathOf),
    check: z.boolean(),
    replace: z.boolean(),
    without: z.array(z.string().min(1)),
  })
  .refine(({ check, replace, without }) => !check || !(replace || without.length > 0), {
    message: '--check goes without --replace and --without',
  });

/**
 * Reads the arguments of `npm run restore --`.
 * @returns null when help was asked for
 * @throws Error or ZodError that says what is wrong
 */
export function readRestoreArguments(args: string[]): z.infer<typeof restoreSchema> | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      check: { type: 'boolean', default: false },
      replace: { type: 'boolean', default: false },
      without: { type: 'string', multiple: true, default: [] },
      help: { type: 'boolean', default: false },
    },
  });
  const { help, ...others } = values;
  return help ? null : restoreSchema.parse({ file: positionals, ...others });
}
