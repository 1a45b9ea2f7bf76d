import { formatIssue } from '@/lib/text/format';
import { SourceFileError } from '@/lib/source-files';
import { checkDatabase } from './check-database';
import { noteOfChanges } from './guard/note-of-changes';
import { findByHash, findByPath, findReplaced, isUnchangedAtPath, moveTo, type HeldSource } from './identity';
import type { PlannedFile } from './reading/plan';
import type { FileFacts, PreparedFile } from './reading/prepared-file';
import { previewFile } from './preview/preview-file';
import { storeStatedRows } from './manifest/store-rows';
import { countRows, emptyReport, encodingNote, failed, withNote, type FileReport } from './report';
import { storedVersion } from './rows/prepare-rows';
import type { PreparedSource } from './rows/prepared';
import type { IngestRun } from './run';
import { storeSource } from './store';
import { storeAlone, type Transaction } from './transaction';

/**
 * Ingests one file: stores what was read in one transaction, after the files before it.
 * @param read reads and parses it; called where it is not held as it is
 * @throws Error only when the database is away
 */
export async function ingestFile(
  file: PlannedFile,
  run: IngestRun,
  read: (file: PlannedFile) => Promise<PreparedFile>,
): Promise<FileReport> {
  const { prisma, dryRun } = run.options;
  try {
    if (dryRun || !prisma) return await tryFile(await read(file), run);
    if (isHeldAsItIs(file, run))
      return { ...emptyReport(file.path, 'unchanged'), size: file.size, ...noteOfErased(file) };
    // What was found before the lock may be another thing under it: then once more, having read it.
    const known = file.held && (await storeAlone(prisma, (transaction) => findUnchanged(transaction, file, run)));
    if (known) return { ...remember(known, run), ...noteOfErased(file, known.report.note) };
    const prepared = await read(file);
    return remember(await storeAlone(prisma, (transaction) => storeFile(transaction, prepared, run)), run);
  } catch (error) {
    if (!(error instanceof SourceFileError)) await checkDatabase(run.options.prisma);
    return { ...failed(file.path, error), size: file.size };
  }
}

/** Gives a note where the file has words that are erased from what is held. */
const noteOfErased = ({ held }: PlannedFile, other?: string): { note?: string } =>
  withNote(
    join([other, held?.isErased ? 'has words that were erased here: take them out of the file, too' : undefined]),
  );

/**
 * Tests whether a file is held from where it is, with its bytes. It was when the run began; only
 * files of the run itself may have taken its place since.
 */
function isHeldAsItIs({ path, held }: PlannedFile, run: IngestRun): boolean {
  if (held?.path !== path || run.displaced.has(held.id)) return false;
  run.seen.add(held.id);
  return true;
}

/** What a transaction did, to be remembered when it has been committed. */
interface Done {
  report: FileReport;
  sourceFileId: number;
  /** Source files that are gone. */
  replaced: readonly number[];
}

function remember({ report, sourceFileId, replaced }: Done, run: IngestRun): FileReport {
  run.seen.add(sourceFileId);
  if (report.outcome !== 'unchanged') run.stored.add(sourceFileId);
  for (const id of replaced) run.displaced.add(id);
  return report;
}

/** Reports on a file whose bytes are held; null where they are not. */
async function findUnchanged(
  transaction: Transaction,
  file: Pick<FileFacts, 'path' | 'name' | 'size'> & { hash: string | null },
  { book }: IngestRun,
): Promise<Done | null> {
  const same = file.hash === null ? null : await findByHash(transaction, file.hash);
  if (same?.parserVersion !== storedVersion) return null;
  const note = await noteOfPlace(transaction, same, file);
  // Of a copy nothing is stated, and what has not moved is looked at before the texts (updateHeld).
  const isMoved = same.path !== file.path && (await findByPath(transaction, file.path))?.id === same.id;
  const stated = isMoved ? book.rowsOf(file.path, same.manifestPath) : null;
  if (stated && stated.manifestHash !== same.manifestHash)
    await storeStatedRows(transaction, [{ sourceFileId: same.id, ...stated }]);
  const report = { ...emptyReport(file.path, 'unchanged'), size: file.size, ...note };
  return { report, sourceFileId: same.id, replaced: [] };
}

async function storeFile(transaction: Transaction, prepared: PreparedFile, run: IngestRun): Promise<Done> {
  const { file, source } = prepared;
  const unchanged = await findUnchanged(transaction, file, run);
  if (unchanged) return unchanged;
  const held = (await findByHash(transaction, file.hash)) ?? (await findByPath(transaction, file.path));
  const replaced = await findReplaced(transaction, file, source, held, {
    thisRun: run.seen,
    replace: run.options.replace ?? false,
  });
  const lost = held && (await findLostIssue(transaction, held, source));
  const stated = run.book.rowsOf(file.path, held?.manifestPath ?? null);
  const { sourceFileId, linked, plan } = await storeSource(transaction, file, storedVersion, source, replaced, {
    stated,
    accept: run.options.accept ?? false,
  });
  const outcome = replaced.length > 0 ? 'replaced' : 'added';
  const others = replaced.filter(({ id }) => id !== held?.id).map(({ path, name }) => path ?? name);
  const note = others.length > 0 ? `takes the place of ${others.join(', ')}` : undefined;
  const report = {
    ...countRows(prepared, outcome),
    linked,
    ...withNote(join([lost ?? note ?? encodingNote(file), noteOfChanges(plan)])),
  };
  return { report, sourceFileId, replaced: replaced.map(({ id }) => id) };
}

const join = (notes: readonly (string | undefined)[]): string | undefined =>
  notes.filter((note) => note !== undefined).join('; ') || undefined;

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
    select: { year: true, number: true, edition: true, municipality: { select: { name: true } } },
  });
  if (
    !former ||
    (former.municipality.name === municipality &&
      former.year === issue?.year &&
      former.number === issue.number &&
      former.edition === issue.edition)
  )
    return undefined;
  return `this file held ${former.municipality.name} ${formatIssue(former)} before, which is gone now`;
}

/** Gives a note where the same bytes were moved, or are held from another path too. */
async function noteOfPlace(transaction: Transaction, held: HeldSource, file: Pick<FileFacts, 'path' | 'name'>) {
  if (held.path === file.path) return {};
  if (await isUnchangedAtPath(held)) return { note: `the same text as ${held.path ?? held.name}` };
  await moveTo(transaction, held, file);
  return { note: `moved from ${held.path ?? held.name}` };
}

async function tryFile(prepared: PreparedFile, run: IngestRun): Promise<FileReport> {
  const { file, source } = prepared;
  const claims = source.issue
    ? [`${source.municipality} ${formatIssue(source.issue)}`]
    : source.documents.map(({ columns }) => `${source.municipality} ${columns.docNumber ?? `《${columns.title}》`}`);
  for (const claim of claims) {
    const other = run.claims.get(claim);
    if (other)
      throw new SourceFileError(
        file.path,
        `${claim} is claimed by ${other} already`,
        'Keep the better one, and take the other out.',
      );
    run.claims.set(claim, file.path);
  }
  const { compareWith, replace = false } = run.options;
  const preview = compareWith && (await previewFile(compareWith, prepared, { replace }));
  return { ...countRows(prepared, 'parsed'), ...withNote(encodingNote(file)), ...(preview && { preview }) };
}
