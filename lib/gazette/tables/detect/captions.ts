import type { Line } from '../../line';
import type { TableRegion } from '../region';

const captionEnd =
  /(?:表|清单|目录|指标|名单|项目|名录|一览|明细|分工|事项|条件|标准|情况|安排|计划|统计|汇总)(?:\([^()]{1,24}\))?$/;
const unitLine = /^\(?(?:计量|金额)?单位:[^。;]{1,24}\)?$/;
const numberedCaption = /^(?:附?表|附件)\d{0,2}(?:-\d{1,2})?[^。;:,\d]{4,40}$/;
const longestCaption = 44;

/** True for the unit of a table's figures: (单位:万元). */
export const isUnitLine = (key: string): boolean => unitLine.test(key);

/**
 * Counts the lines that may be the caption of a table below.
 * They are its title, the unit of its figures, or both.
 */
export function captionLines(lines: readonly Line[], index: number): number {
  const { key, tabbed, kind } = lines[index]!;
  if (isUnitLine(key)) return 1;
  if (kind !== 'other' || tabbed || key.length < 4 || key.length > longestCaption) return 0;
  if (!numberedCaption.test(key) && (!captionEnd.test(key) || /[。;:,]/.test(key))) return 0;
  return isUnitLine(lines[index + 1]?.key ?? '') ? 2 : 1;
}

/**
 * True for a title at the end of a table.
 * It names the next table or part and was read with the cells of this one.
 */
export function isTrailingTitle(line: Line): boolean {
  return (
    line.key.length >= 4 &&
    line.key.length <= 40 &&
    captionEnd.test(line.key) &&
    !/[。;:,]/.test(line.key) &&
    !line.marker
  );
}

/**
 * Finds a table that the file drew.
 * It stands at the line, or below the one or two lines of its caption.
 */
export function givenRegion(lines: readonly Line[], index: number, to: number): TableRegion | null {
  const region = (from: number): TableRegion | null =>
    from < to && lines[from]?.given
      ? { layout: 'given', caption: from > index ? index : null, from, to: from + 1 }
      : null;
  const here = region(index);
  if (here) return here;
  const { key, kind, marker } = lines[index]!;
  if (kind !== 'other' || marker || key.length > longestCaption) return null;
  const numbered = /^表[一二三四五六七八九十\d]/.test(key);
  if (isUnitLine(key)) return region(index + 1);
  if (!numbered && (key.length < 4 || !captionEnd.test(key) || /[。;:,]/.test(key))) return null;
  const unit = lines[index + 1];
  return region(index + 1) ?? (unit && isUnitLine(unit.key) ? region(index + 2) : null);
}
