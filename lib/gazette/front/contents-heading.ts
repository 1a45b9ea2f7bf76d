import type * as ast from '../ast';
import type { Line } from '../line';
import type { Source } from '../source';
import { isIssuer } from '../words/agreement';
import { keyOf } from '../words/chars';
import { genres } from '../words/titles';
import { entryOrdinal, isPaged } from './contents-entry';

const headingMarks = /^[【[〖◆◇●■★▲*·•]{1,9}|[】\]〗◆◇●■★▲*·•]{1,9}$/g;

/** Tells whether a line heads a group of contents: 本溪市人民政府文件, 【市政府文件】, 行政规范性文件. */
export const isGroupHeading = (line: Line): boolean => isMarkedHeading(line) || isNamedHeading(line);

/** 【市政府文件】, ·人事任免· */
const isMarkedHeading = ({ key }: Line): boolean => /^[【〖[].{2,24}[】〗\]]$|^[·•].{2,24}[·•]$/.test(key);

function isNamedHeading(line: Line): boolean {
  if (isPaged(line.text) || line.key.length > 24 || /关于|[,。;:《》]/.test(line.key)) return false;
  const words = line.key.replace(entryOrdinal, '').replace(headingMarks, '');
  return (
    line.kind === 'letterhead' ||
    /(?:文件|选登|选载|摘登|专栏|规章|公告|通告|令|任免|解读|大事记|法规|工作|报告|其他|附录|信息|动态)$/.test(words) ||
    (genres as readonly string[]).includes(words) // 批复, with the entries of that kind below it
  );
}

/**
 * Tells whether a short line heads a group: 统计资料, between entries that all have a page.
 * @param before the entry that was read last
 */
export function isShortHeading(line: Line, before: ast.TocEntry | undefined): boolean {
  return (
    before?.page !== undefined &&
    /^[\u4e00-\u9fff]{2,10}$/.test(line.key) &&
    line.kind === 'other' &&
    !isIssuer(line.key) &&
    !/关于|[的与和及]$/.test(line.key)
  );
}

/** Reads the words of a group's heading, without marks and number around them. */
export function groupHeading(source: Source, line: Line): string {
  return keyOf(source.slice(line.span)).replace(headingMarks, '').replace(entryOrdinal, '');
}

/**
 * Makes entries of headings without entries that close the contents or follow another such one:
 * 大事记 / 2023年3月大事记.
 */
export function settleHeadings(groups: readonly ast.TocGroup[]): ast.TocGroup[] {
  const settled: ast.TocGroup[] = [];
  const empty = (group: ast.TocGroup): boolean => !group.children.some((child) => child.type === 'tocEntry');
  groups.forEach((group, at) => {
    const previous = settled.at(-1);
    const text = group.children[0];
    if (previous && empty(group) && text?.type === 'text' && (at === groups.length - 1 || empty(previous))) {
      const { value, position } = text;
      previous.children.push({ type: 'tocEntry', value, title: value, position });
      for (const child of group.children.slice(1)) previous.children.push(child);
      previous.position = { start: previous.position.start, end: group.position.end };
    } else settled.push(group);
  });
  return settled;
}
