import path from 'node:path';
import { printable } from '@/lib/text/printable';
import {
  changesBetween,
  coverageGroups,
  groupNames,
  type Coverage,
  type CoverageChange,
} from '@/lib/gazette/tree/coverage';
import type { CoverageRecord, FileCoverage } from './record';

/** Where an unparsed line that begins in some way stands for the first time: `2023-1.txt:12`. */
export type FirstPlaces = Record<string, string>;

/** Groups of unparsed lines that are worth a line; the rest is counted. */
const shownStarts = 20;

const figure = (count: number): string => count.toLocaleString('en');

/**
 * Describes the counts of a corpus.
 * @returns lines, a block for each group that has any
 */
export function describeCoverage(total: Coverage, firstPlaces: FirstPlaces): string[] {
  return groupNames.flatMap((group) => {
    const counts = Object.entries(total[group]);
    if (counts.length === 0) return [];
    const sum = counts.reduce((all, [, count]) => all + count, 0);
    // Levels read best in their own order: 1 一、 2 (一) 2 1.
    if (group === 'levels') counts.sort(([one], [other]) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
    else counts.sort(([, one], [, other]) => other - one);
    const shown = group === 'unparsed' ? counts.slice(0, shownStarts) : counts;
    const widest = Math.max(...shown.map(([name]) => widthOf(name)));
    const lines = shown.map(([name, count]) => {
      const note =
        group === 'characters'
          ? `${((100 * count) / sum).toFixed(1).padStart(7)} %`
          : group === 'unparsed'
            ? `  ${firstPlaces[name] ?? ''}`
            : '';
      return `  ${name}${' '.repeat(widest - widthOf(name))}  ${figure(count).padStart(9)}${note}`.trimEnd();
    });
    const rest = counts.slice(shown.length);
    if (rest.length > 0)
      lines.push(`  and ${rest.length} more beginnings of ${rest.reduce((all, [, count]) => all + count, 0)} lines`);
    return [`${coverageGroups[group]}${group === 'characters' ? `: ${figure(sum)} in all` : ''}`, ...lines, ''];
  });
}

/** Columns that a terminal gives to a text: Han characters and full-width signs take two. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (width, character) => width + (/[\u2460-\u24ff\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/.test(character) ? 2 : 1),
    0,
  );

const signed = ({ before, after }: CoverageChange): string =>
  after > before ? `+${figure(after - before)}` : `−${figure(before - after)}`;

/** `headings (一)  312 → 318 (+6)` */
const describeChange = (change: CoverageChange): string =>
  `  ${change.group} ${change.name}  ${figure(change.before)} → ${figure(change.after)} (${signed(change)})`;

/**
 * Finds the files whose counts differ between the last run and this one.
 * @returns each with what differs
 */
export function changedFiles(before: CoverageRecord, files: Record<string, FileCoverage>) {
  return Object.entries(files).flatMap(([file, { hash, coverage }]) => {
    const known = before.files[file];
    if (!known) return [{ file, textChanged: false, isNew: true, changes: [] }];
    const changes = changesBetween(known.coverage, coverage);
    return changes.length > 0 ? [{ file, textChanged: known.hash !== hash, isNew: false, changes }] : [];
  });
}

/** Describes gains and losses against the last run of the same files. */
export function describeChanges(
  before: CoverageRecord | null,
  files: Record<string, FileCoverage>,
  changes: readonly CoverageChange[],
): string[] {
  if (!before) return ['No earlier run of these files to compare with.'];
  const when = before.takenAt.slice(0, 16).replace('T', ' ');
  const changed = changedFiles(before, files);
  if (changed.length === 0) return [`No gains or losses against the run of ${when} UTC.`];
  return [
    `Gains and losses against the run of ${when} UTC`,
    ...changes.map(describeChange),
    ...changed.map(({ file, textChanged, isNew, changes: own }) => {
      const note = textChanged ? ' (its text changed)' : isNew ? ' (could not be read then)' : '';
      const each = own.map((change) => `${change.group} ${change.name} ${signed(change)}`).join(', ');
      return `  ${shortPath(file)}${note}${each && `: ${each}`}`;
    }),
  ];
}

/** From where the person stands, when that is shorter. */
export function shortPath(file: string): string {
  const relative = path.relative(process.env.INIT_CWD ?? '.', file);
  return printable(relative.length < file.length ? relative : file);
}
