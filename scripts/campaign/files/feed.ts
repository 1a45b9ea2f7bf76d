import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { documentUrl, fileUrl, traditionalUrl } from '@/lib/addresses/urls';
import { integer, pick, randomFrom, seedOf } from '../../bench/search/random';
import type { Ground } from '../ground';
import { execute, findDifferences, readHeld } from '../held';
import { makeFile, type HostileFile } from './make-file';

const BATCH = 40;
/** Milliseconds for which an ingest may be silent: no file takes longer. */
const SILENCE = 5_000;
/** After that it is ended. */
const PATIENCE = 60_000;
/** Documents of a batch that are read in all forms. */
const LOOKED_AT = 6;
/** What no message to a person says. */
const INTERNAL =
  /\n\s+at |Invalid `|Maximum call stack|\b(?:TypeError|RangeError|ReferenceError|PrismaClient\w+)\b|heap out of memory/;

/** What came of hostile files. */
export interface FeedFigures {
  files: number;
  byKind: Record<string, number>;
  /** What the portal made of them. */
  held: { files: number; documents: number };
  looks: Record<string, number>;
  /** Milliseconds between two lines of an ingest. */
  longest: number;
  offences: string[];
}

/** Ingests hostile files, reads what became of them, and takes them out again. */
export async function feed(
  ground: Ground,
  { files, seed }: { files: number; seed: number },
  log: (line: string) => void,
): Promise<FeedFigures> {
  const texts = ground.corpus.files.map((file) => readFileSync(file, 'utf8'));
  const figures: FeedFigures = {
    files,
    byKind: {},
    held: { files: 0, documents: 0 },
    looks: {},
    longest: 0,
    offences: [],
  };
  for (let from = 0; from < files; from += BATCH) {
    const folder = path.join(ground.folder, `hostile-${from}`);
    const made = Array.from({ length: Math.min(BATCH, files - from) }, (_, at) => makeFile(seed, from + at, texts));
    for (const { kind } of made) figures.byKind[kind] = (figures.byKind[kind] ?? 0) + 1;
    writeBatch(folder, made);
    const offend = (what: string): void => {
      figures.offences.push(`files ${from} to ${from + made.length - 1}: ${what}`);
      log(`FAILED: ${what}`);
    };
    const ingest = await runIngest(ground.databaseUrl, ['--municipality', '乱码市', folder]);
    figures.longest = Math.max(figures.longest, ingest.silence);
    for (const offence of ingest.offences) offend(offence);
    await look(ground, folder, seed + from, figures, offend);
    const held = await execute<{ path: string }>(
      ground.databaseUrl,
      'SELECT "path" FROM "SourceFile" WHERE starts_with("path", $1)',
      [`${folder}/`],
    );
    const paths = held.map((row) => row.path);
    figures.held.files += paths.length;
    if (paths.length > 0) {
      const { printed, code } = await runIngest(ground.databaseUrl, ['--remove', '--', ...paths]);
      if (code !== 0) offend(`not all could be taken out: ${JSON.stringify(printed.slice(-400))}`);
    }
    // Corrections that were not taken are not held.
    if (made.some(({ kind }) => kind === 'corrections'))
      await runIngest(ground.databaseUrl, ['--remove', '--', path.join(folder, 'corrections.yml')]);
    rmSync(folder, { recursive: true });
    for (const difference of findDifferences(await readHeld(ground.databaseUrl), ground.clean![0]))
      offend(`after they were taken out: ${difference}`);
    log(`${from + made.length} of ${files} files, ${figures.offences.length} offences`);
  }
  return figures;
}

/** Beside the files stands what is no file. */
function writeBatch(folder: string, files: readonly HostileFile[]): void {
  mkdirSync(folder);
  for (const { name, content } of files) writeFileSync(path.join(folder, name), content);
  mkdirSync(path.join(folder, 'folder.txt'));
  symlinkSync('nowhere', path.join(folder, 'dangling.txt'));
  symlinkSync('loop.txt', path.join(folder, 'loop.txt'));
  symlinkSync('.', path.join(folder, 'around'));
  execFileSync('mkfifo', [path.join(folder, 'pipe.txt')]);
}

interface Run {
  code: number | null;
  /** Milliseconds of the longest silence between two lines. */
  silence: number;
  printed: string;
  offences: string[];
}

async function runIngest(databaseUrl: string, args: string[]): Promise<Run> {
  const child = spawn(process.execPath, [path.join('scripts', 'run.mjs'), 'ingest', ...args], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let last: number | null = null;
  let silence = 0;
  let lastWords = '';
  let before = '';
  const hear = (chunk: Buffer): void => {
    const now = performance.now();
    if (last !== null && now - last > silence)
      [silence, before] = [now - last, `${lastWords} … ${chunk.toString().slice(0, 200)}`];
    [last, lastWords] = [now, chunk.toString().trim().slice(-200)];
    printed += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  clearTimeout(timer);
  const internal = INTERNAL.exec(printed);
  return {
    code,
    silence,
    printed,
    offences: [
      ...(code === 0 || code === 1 ? [] : [`exit code ${String(code)}; last: ${JSON.stringify(lastWords)}`]),
      ...(silence > SILENCE ? [`silent for ${Math.round(silence)} ms between ${JSON.stringify(before)}`] : []),
      ...(internal
        ? [`printed ${JSON.stringify(printed.slice(Math.max(0, internal.index - 300), internal.index + 300))}`]
        : []),
    ],
  };
}

/** Reads some of the documents that files gave, as pages and as files. */
async function look(
  ground: Ground,
  folder: string,
  seed: number,
  figures: FeedFigures,
  offend: (what: string) => void,
): Promise<void> {
  const rows = await execute<{ municipality: string; document: string; path: string; issue: string | null }>(
    ground.databaseUrl,
    `SELECT municipality."slug" AS "municipality", document."slug" AS "document", file."path",
       CASE WHEN issue."id" IS NULL THEN NULL ELSE concat('/', municipality."slug", '/issues/', issue."year", '/', issue."number") END AS "issue"
     FROM "Document" document JOIN "SourceFile" file ON file."id" = document."sourceFileId"
     JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
     LEFT JOIN "Issue" issue ON issue."id" = document."issueId" WHERE starts_with(file."path", $1) ORDER BY document."id"`,
    [`${folder}/`],
  );
  figures.held.documents += rows.length;
  if (rows.length === 0) return;
  const random = randomFrom(seedOf(seed, 'look'));
  for (let count = 0; count < LOOKED_AT; count++) {
    const { municipality, document, path: file, issue } = pick(random, rows);
    const page = documentUrl(municipality, document);
    const forms = [
      page,
      traditionalUrl(page),
      `${page}/web`,
      ...['docx', 'txt', 'html', 'epub', 'xml', 'json'].map((format) => fileUrl(page, 'document', format)),
    ];
    const ofIssue = issue === null ? [] : [issue, fileUrl(issue, 'issue', pick(random, ['zip', 'epub', 'docx']))];
    for (const address of [
      page,
      pick(random, forms),
      pick(random, forms),
      ...ofIssue,
      '/',
      `/search?q=${integer(random, 1, 99)}`,
    ]) {
      const began = performance.now();
      const status = await statusOf(ground.origin + address);
      const took = performance.now() - began;
      figures.looks[status] = (figures.looks[status] ?? 0) + 1;
      if (Number(status) >= 500 || took > SILENCE || Number.isNaN(Number(status)))
        offend(`${address} of ${JSON.stringify(path.basename(file))}: ${status} after ${Math.round(took)} ms`);
    }
    await sleep(10);
  }
}

const statusOf = (address: string): Promise<string> =>
  fetch(address, { signal: AbortSignal.timeout(3 * SILENCE), headers: { 'x-forwarded-for': '198.51.100.9' } }).then(
    async (answer) => {
      await answer.arrayBuffer();
      return String(answer.status);
    },
    (error: unknown) => (error instanceof Error ? error.name : 'no answer'),
  );
