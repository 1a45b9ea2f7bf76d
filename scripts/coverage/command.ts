import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { parseGazette } from '@/lib/gazette';
import {
  addCoverage,
  changesBetween,
  coverageOf,
  emptyCoverage,
  unparsedLines,
  type Coverage,
} from '@/lib/gazette/tree/coverage';
import { findSourceFiles, readSourceFile, SourceFileError } from '@/lib/source-files';
import { understand, type Output } from '../support/command-line';
import { changedFiles, describeChanges, describeCoverage, shortPath, type FirstPlaces } from './lines';
import { readRecord, writeRecord, type FileCoverage } from './record';

const HELP = `Usage: npm run coverage -- [OPTIONS] PATH…

Parses the texts that are in the files and folders named, and counts what became of them: characters, headings, tables, citations,
messages, unparsed lines; then what was gained and lost since the last run over the same files.

  --json         the counts as one JSON value, for each file and together: npm run -s coverage -- --json PATH…
  --no-record    leave the last run as it is, so that the next run is compared with it again
  --help         print this

Exit code: 0 all files were counted, 1 some file could not be read or lost characters, 2 the command was not understood.`;

const argumentsSchema = z.object({
  paths: z.array(z.string().min(1)).min(1, 'name at least one file or folder'),
  json: z.boolean(),
  record: z.boolean(),
});

/**
 * Gives the arguments, or null when help was asked for. Throws an Error or ZodError that says what
 * is wrong.
 */
function readArguments(args: string[]): z.infer<typeof argumentsSchema> | null {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      'no-record': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  // npm runs scripts in the project's folder; a path is meant from where the person stands.
  const paths = positionals.map((named) => named && path.resolve(process.env.INIT_CWD ?? '.', named));
  return argumentsSchema.parse({ paths, json: values.json, record: !values['no-record'] });
}

interface Corpus {
  files: Record<string, FileCoverage>;
  total: Coverage;
  firstPlaces: FirstPlaces;
  /** A line for each file that was named and could not be read. */
  failures: string[];
}

async function readCorpus(files: readonly string[], failures: string[]): Promise<Corpus> {
  const corpus: Corpus = { files: {}, total: emptyCoverage(), firstPlaces: {}, failures };
  for (const file of files) {
    try {
      const { text, tables, hash } = await readSourceFile(file);
      const result = parseGazette(text, { tables });
      const coverage = coverageOf(text, result);
      corpus.files[file] = { hash, coverage };
      addCoverage(corpus.total, coverage);
      for (const { start, line } of unparsedLines(result.tree))
        corpus.firstPlaces[start] ??= `${shortPath(file)}:${line}`;
    } catch (error) {
      // One bad file stops no other; a parser that throws is the news that a run is made for.
      const thrown = error instanceof Error ? (error.stack ?? error.message) : String(error);
      failures.push(error instanceof SourceFileError ? error.message : `${file}: the parser threw ${thrown}`);
    }
  }
  return corpus;
}

/** Where the command writes, and where it keeps what the last runs gave. */
export interface CoverageSurroundings extends Output {
  recordFolder: string;
}

/** Takes the arguments of the command line; counts, prints and remembers; gives the exit code. */
export async function runCoverage(
  args: string[],
  { recordFolder, print, complain }: CoverageSurroundings,
): Promise<number> {
  const understood = understand(() => readArguments(args), HELP, { print, complain });
  if ('exitCode' in understood) return understood.exitCode;
  const { given } = understood;
  const found = await findSourceFiles(given.paths);
  const corpus = await readCorpus(
    found.files,
    found.problems.map(({ message }) => message),
  );
  const { files, total, failures, firstPlaces } = corpus;
  const before = await readRecord(recordFolder, found.files);
  const changes = before ? changesBetween(totalOf(before.files), total) : [];
  if (given.json) {
    const since = before && { takenAt: before.takenAt, changes, files: changedFiles(before, files) };
    print(JSON.stringify({ total, files, firstUnparsed: firstPlaces, failures, since }, null, 1));
  } else {
    for (const line of describeCoverage(total, firstPlaces)) print(line);
    for (const line of describeChanges(before, files, changes)) print(line);
    const counted = Object.keys(files).length;
    const all = counted + failures.length;
    print(
      `${all} file${all === 1 ? '' : 's'}: ${counted} counted${failures.length ? `, ${failures.length} failed` : ''}`,
    );
  }
  for (const failure of failures) complain(failure);
  const broken = (total.characters.lost ?? 0) + (total.characters.twice ?? 0);
  if (broken > 0)
    complain(`${broken} characters lie in no node or in two: npm run -s parse -- --json FILE shows where`);
  if (given.record && Object.keys(files).length > 0)
    await writeRecord(recordFolder, found.files, { takenAt: new Date().toISOString(), files });
  return failures.length > 0 || broken > 0 ? 1 : 0;
}

function totalOf(files: Record<string, FileCoverage>): Coverage {
  const total = emptyCoverage();
  for (const { coverage } of Object.values(files)) addCoverage(total, coverage);
  return total;
}
