import { looksLikeGazette, parseGazette } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { readSourceFile, SourceFileError, type SourceText } from '@/lib/source-files';
import { checkDatabase } from './check-database';
import { findByHash, findByPath, findReplaced, isUnchangedAtPath, moveTo, type HeldSource } from './identity';
import { countRows, emptyReport, encodingNote, failed, withNote, type FileReport } from './report';
import { prepareRows, storedVersion } from './rows/prepare-rows';
import type { PreparedDocument, PreparedSource } from './rows/prepared';
import type { IngestOptions, IngestRun } from './run';
import { storeSource } from './store';
import { storeAlone, type Transaction } from './transaction';

/**
 * Ingests one file: reads, parses and stores it in one transaction.
 * @throws Error only when the database is away
 */
export async function ingestFile(file: string, run: IngestRun): Promise<FileReport> {
  try {
    const text = await readSourceFile(file);
    const { prisma, dryRun } = run.options;
    if (dryRun || !prisma) return tryFile(text, run);
    return await storeAlone(prisma, (transaction) => storeFile(transaction, text, run));
  } catch (error) {
    if (!(error instanceof SourceFileError)) await checkDatabase(run.options.prisma);
    return failed(file, error);
  }
}

async function storeFile(transaction: Transaction, text: SourceText, run: IngestRun): Promise<FileReport> {
  const same = await findByHash(transaction, text.hash);
  if (same?.parserVersion === storedVersion) {
    run.seen.add(same.id);
    return { ...emptyReport(text.path, 'unchanged'), ...(await noteOfPlace(transaction, same, text)) };
  }
  const { source, messages } = parseSource(text, run);
  const held = same ?? (await findByPath(transaction, text.path));
  const replaced = await findReplaced(transaction, text, source, held, {
    thisRun: run.seen,
    replace: run.options.replace ?? false,
  });
  const lost = held && (await findLostIssue(transaction, held, source));
  const { sourceFileId, linked } = await storeSource(transaction, text, storedVersion, source, replaced);
  run.stored.add(sourceFileId);
  run.seen.add(sourceFileId);
  const outcome = replaced.length > 0 ? 'replaced' : 'added';
  const others = replaced.filter(({ id }) => id !== held?.id).map(({ path, name }) => path ?? name);
  const note = others.length > 0 ? `takes the place of ${others.join(', ')}` : undefined;
  return { ...countRows(text, source, messages, outcome), linked, ...withNote(lost ?? note ?? encodingNote(text)) };
}

/**
 * Gives a note where the file held another issue before, which is then removed: perhaps by mistake.
 */
async function findLostIssue(
  transaction: Transaction,
  held: HeldSource,
  { municipality, issue }: PreparedSource,
): Promise<string | undefined> {
  const former = await transaction.issue.findUnique({
    where: { sourceFileId: held.id },
    select: { year: true, number: true, municipality: { select: { name: true } } },
  });
  if (
    !former ||
    (former.municipality.name === municipality && former.year === issue?.year && former.number === issue.number)
  )
    return undefined;
  return `this file held ${former.municipality.name} ${former.year}年第${former.number}号 before, which is gone now`;
}

/** Gives a note where the same bytes were moved, or are held from another path too. */
async function noteOfPlace(transaction: Transaction, held: HeldSource, text: SourceText) {
  if (held.path === text.path) return {};
  if (await isUnchangedAtPath(held)) return { note: `the same text as ${held.path ?? held.name}` };
  await moveTo(transaction, held, text);
  return { note: `moved from ${held.path ?? held.name}` };
}

function tryFile(text: SourceText, run: IngestRun): FileReport {
  const { source, messages } = parseSource(text, run);
  const claims = source.issue
    ? [`${source.municipality} ${source.issue.year}年第${source.issue.number}号`]
    : source.documents.map(({ columns }) => `${source.municipality} ${columns.docNumber ?? `《${columns.title}》`}`);
  for (const claim of claims) {
    const other = run.claims.get(claim);
    if (other)
      throw new SourceFileError(
        text.path,
        `${claim} is claimed by ${other} already`,
        'Keep the better one, and take the other out.',
      );
    run.claims.set(claim, text.path);
  }
  return { ...countRows(text, source, messages, 'parsed'), ...withNote(encodingNote(text)) };
}

/**
 * Parses a source text and prepares its rows.
 * @throws SourceFileError where it is no gazette, names no municipality, or has too many rows
 */
export function parseSource(
  text: SourceText,
  { options }: { options: Pick<IngestOptions, 'municipality'> },
): { source: PreparedSource; messages: ast.Message[] } {
  const { tree, messages } = parseGazette(text.text, { tables: text.tables });
  if (!looksLikeGazette(tree)) {
    throw new SourceFileError(
      text.path,
      'no document found in it',
      'A gazette or a single document begins with its title and ends with agency and date; `npm run parse -- FILE` shows what was read.',
    );
  }
  const municipality = tree.municipality ?? options.municipality;
  if (!municipality) {
    throw new SourceFileError(text.path, 'nothing in it names the municipality', 'Name it: --municipality 本溪市.');
  }
  const source = prepareRows(tree, municipality);
  refuseBeyond(text.path, 'sections', source.documents, ({ sections }) => sections.length);
  refuseBeyond(text.path, 'citations', source.documents, ({ citations }) => citations.length);
  return { source, messages: [...text.notes, ...messages] };
}

/** Most rows of a kind of one file: a year of a city's gazette has a fifth of them. */
const mostRows = 50_000;

function refuseBeyond(
  file: string,
  what: string,
  documents: readonly PreparedDocument[],
  countOf: (document: PreparedDocument) => number,
): void {
  const count = documents.reduce((sum, document) => sum + countOf(document), 0);
  if (count > mostRows)
    throw new SourceFileError(
      file,
      `it has ${count.toLocaleString('en')} ${what}, at most ${mostRows.toLocaleString('en')} are stored`,
      'Split it into one file for each issue.',
    );
}
