import path from 'node:path';
import { existsSync } from 'node:fs';
import type { FileReport, IngestReport } from '@/lib/db/ingest';
import type { ChangeCounts, DocumentPreview } from '@/lib/db/ingest/preview/preview';
import type { OutdatedReport } from '@/lib/db/ingest/outdated';
import type { RemovedSource } from '@/lib/db/ingest/remove';

/**
 * Describes the notes on a file's reading and the doubts of the parser.
 * @returns a line for each: file, line, column, rule, reason
 */
export function describeFile(file: FileReport): string {
  if (file.error !== undefined) return file.error;
  const note = file.note === undefined ? [] : [`(${file.note})`];
  if (file.outcome === 'unchanged') return [`${shortPath(file.path)} `, 'unchanged', ...note].join('  ');
  const warnings = listWarnings(file).length;
  return [
    `${shortPath(file.path)} `,
    ...describeCounts(file),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(file.outcome === 'replaced' ? ['replaced'] : []),
    ...note,
  ].join('  ');
}

/**
 * Describes the notes on a file's reading and the doubts of the parser.
 * @returns a line for each: file, line, column, rule, reason
 */
export function describeMessages(file: FileReport): string[] {
  // What points nowhere speaks of the whole file: its encoding, what was left out as navigation.
  const reported = file.messages.filter(({ severity, position }) => severity !== 'info' || position === undefined);
  return reported.map(({ rule, reason, severity, position }) => {
    const place = position ? `:${position.start.line}:${position.start.column}` : '';
    return `  ${shortPath(file.path)}${place} ${severity} ${rule}: ${reason}`;
  });
}

const STATES: Record<DocumentPreview['state'], string> = {
  new: 'new',
  back: 'held again',
  same: 'same',
  changed: 'changed',
  moved: 'gone, its words are elsewhere',
  gone: 'gone',
};

/**
 * Describes what a file would do to what is held.
 * @returns a line for each document that would not stay as it is, and for each reason to stop
 */
export function describePreview({ path: file, preview }: FileReport): string[] {
  if (!preview) return [];
  const changes = (name: string, { came, gone, changed, moved }: ChangeCounts): string[] => {
    const told = [
      ...(came > 0 ? [`${came} new`] : []),
      ...(gone > 0 ? [`${gone} gone`] : []),
      ...(changed > 0 ? [`${changed} changed`] : []),
      ...(moved > 0 ? [`${moved} moved`] : []),
    ];
    return told.length > 0 ? [`${name} ${told.join(', ')}`] : [];
  };
  const documents = preview.documents.filter(({ state }) => state !== 'same');
  const same = preview.documents.length - documents.length;
  return [
    ...documents.map(({ state, docNumber, title, address, former, sections, tables, citations, characters }) =>
      [
        `  ${STATES[state]}  ${docNumber ?? ''}《${title}》 /${address}`,
        ...(former.address === undefined ? [] : [`was /${former.address}`]),
        ...(former.docNumber === undefined ? [] : [`had the number ${former.docNumber ?? '(none)'}`]),
        ...changes('sections', sections),
        ...changes('tables', tables),
        ...(citations.before === citations.after ? [] : [`citations ${citations.before} → ${citations.after}`]),
        ...(characters.before === characters.after ? [] : [`characters ${characters.before} → ${characters.after}`]),
        ...(characters.lost > 0 ? [`${characters.lost} lost`] : []),
      ].join('  '),
    ),
    ...(same > 0 ? [`  ${count(same, 'document')} as held`] : []),
    ...preview.stops.map(
      ({ reason, line }) =>
        `  ${shortPath(file)}:${line}: would be stopped: ${reason}. Look at it with --report FILE.html; if it is right, ingest it with --accept.`,
    ),
  ];
}

/**
 * Describes the corrections files that went in, and their notes.
 * @returns a line for each
 */
export function describeCorrections({ corrections }: IngestReport): string[] {
  return corrections
    .filter(({ outcome }) => outcome !== 'failed')
    .flatMap(({ path, outcome, entries, applied, notes }) => [
      [
        `${shortPath(path)} `,
        count(entries, 'correction'),
        ...(outcome === 'parsed' ? [] : [`${applied} applied`, outcome]),
      ].join('  '),
      ...notes.map((note) => `  ${note}`),
    ]);
}

/**
 * Describes the manifests that were read, and their notes.
 * @returns a line for each
 */
export function describeManifests({ manifests }: IngestReport): string[] {
  return manifests
    .filter(({ outcome }) => outcome !== 'failed')
    .flatMap(({ path, outcome, rows, updated, notes }) => [
      [
        `${shortPath(path)} `,
        ...(outcome === 'removed' ? ['removed'] : [count(rows, 'row')]),
        ...(updated > 0 ? [`${count(updated, 'unchanged text')} brought up to date`] : []),
      ].join('  '),
      ...notes.map((note) => `  ${note}`),
    ]);
}

/** Lists what is wrong with the corrections files, and what came of it. */
export function listCorrectionErrors({ corrections }: IngestReport): string[] {
  return corrections.flatMap(({ path, errors }) =>
    errors.length === 0
      ? []
      : [
          ...errors,
          `${shortPath(path)}: no correction was taken from it; what it said before stays. Mend it and run the same command again.`,
        ],
  );
}

/** Takes what was taken out; gives a line for each file. */
export function describeRemoved(removed: readonly RemovedSource[]): string[] {
  const lines = removed.map(({ path, documents, sections, citations, unlinked }) =>
    [
      `${shortPath(path)} `,
      'removed',
      count(documents, 'document'),
      count(sections, 'section'),
      count(citations, 'citation'),
      `${count(unlinked, 'link')} of others to it`,
    ].join('  '),
  );
  const there = removed.filter(({ path }) => existsSync(path)).map(({ path }) => path);
  if (there.length > 0)
    lines.push(`Still on the disk, and ingested again with its folder unless it is moved away: ${listNames(there)}`);
  return lines;
}

/** Takes the report on a run; gives its last lines, which count everything. */
export function describeRun(
  { files, skipped, linked, outdated }: IngestReport,
  { dryRun }: { dryRun: boolean },
): string[] {
  const sum = (number: (file: FileReport) => number) => files.reduce((total, file) => total + number(file), 0);
  const counts: Counts = {
    outcome: dryRun ? 'parsed' : 'added',
    documents: sum(({ documents }) => documents),
    sections: sum(({ sections }) => sections),
    citations: sum(({ citations }) => citations),
    linked,
  };
  const outcomes = (['added', 'replaced', 'parsed', 'unchanged', 'failed'] as const)
    .map((outcome) => [files.filter((file) => file.outcome === outcome).length, outcome] as const)
    .filter(([number]) => number > 0)
    .map(([number, outcome]) => `${number} ${outcome}`);
  if (skipped.length > 0) outcomes.push(`${skipped.length} skipped (no text by name): ${listNames(skipped)}`);
  const lines = [`${count(files.length, 'file')}: ${outcomes.join(', ') || 'nothing to do'}`];
  if (outdated > 0)
    lines.push(
      `${count(outdated, 'held file')} ${outdated === 1 ? 'has' : 'have'} rows of another version, which are shown and found as they are. To read anew, while the portal serves: npm run ingest -- --outdated`,
    );
  if (counts.documents > 0) lines.unshift(`${dryRun ? 'Read' : 'Stored'}  ${describeCounts(counts).join('  ')}`);
  return lines;
}

/** Takes the report on reading anew; gives its last lines. */
export function describeOutdated({ replaced, failed, outdated }: OutdatedReport): string[] {
  const outcomes = [...(replaced > 0 ? [`${replaced} replaced`] : []), ...(failed > 0 ? [`${failed} failed`] : [])];
  const lines = [`${count(replaced + failed, 'outdated file')}: ${outcomes.join(', ') || 'nothing to do'}`];
  const elsewhere = outdated - failed;
  if (elsewhere > 0)
    lines.push(`${count(elsewhere, 'outdated file')} left to another run, which reads at the same time.`);
  if (failed > 0) lines.push('What failed keeps its former rows, and is tried again by the next --outdated.');
  return lines;
}

const NAMES_LIMIT = 5;

function listNames(files: string[]): string {
  const names = files.slice(0, NAMES_LIMIT).map((file) => path.basename(file));
  return files.length > NAMES_LIMIT ? `${names.join(', ')} and ${files.length - NAMES_LIMIT} more` : names.join(', ');
}

type Counts = Pick<FileReport, 'outcome' | 'documents' | 'sections' | 'citations' | 'linked'>;

function describeCounts({ documents, sections, citations, linked, outcome }: Counts): string[] {
  const links = outcome === 'parsed' ? '' : ` (${linked} linked)`;
  return [count(documents, 'document'), count(sections, 'section'), `${count(citations, 'citation')}${links}`];
}

const listWarnings = ({ messages }: FileReport) => messages.filter(({ severity }) => severity !== 'info');

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;

/** From where the person stands, when that is shorter. */
function shortPath(file: string): string {
  const relative = path.relative(process.env.INIT_CWD ?? '.', file);
  return relative.length < file.length ? relative : file;
}
