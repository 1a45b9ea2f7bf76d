import type { Line } from '../../line';
import { isVocabulary } from '../heads';
import { countPieces } from '../pieces';
import type { TableContext, TableLines, TableRegion } from '../region';
import { captionLines, givenRegion, isUnitLine } from './captions';
import { formLines } from './forms';
import { lineCells } from './line-cells';
import { looseCells } from './loose-cells';
import { blankRows, longestRow, pipeRows, tabbedRows } from './row-regions';
import { spacedRows } from './spaced-rows';
import { tabCells } from './tab-cells';
import { steadyCells } from './steady-cells';
import type { TableRule, TableSearch } from './table-rule';

/**
 * The ways in which a table stands in lines.
 * The first rule that finds lines has them, so what parts cells by a sign comes before what parts
 * them by their words.
 */
export const tableRules = {
  /** Before tabs and blanks, which may stand around the pipes. */
  pipes: { specimen: '序号 | 浴室 | 票价\n1 |  东门浴室 | 3元\n2 |  西门浴室 | 4元', find: pipeRows },
  /** Before blanks: a tab is a blank too, and says more. */
  tabbed: { specimen: '序号\t浴室\t票价\n1\t东门浴室\t3元\n2\t西门浴室\t4元', find: tabbedRows },
  blanks: { specimen: '序号  浴室  票价\n1  东门浴室  3元\n2  西门浴室  4元', find: blankRows },
  /** Behind blanks: one of them says less than several. */
  spaced: { specimen: '浴室 男 女 合计\n东门浴室 3 4 7\n西门浴室 5 6 11\n南门浴室 7 8 15', find: spacedRows },
  /** Before forms and lines: the cells of either may be opened by tabs. */
  tabs: { specimen: '\t浴室名称\n\t数量\n\n\t东门浴室\n\t3\n\n\t西门浴室\n\t4', find: tabCells },
  /** Before lines: the labels of a form read like heads. */
  form: { specimen: '申请人姓名\n联系电话\n工作单位\n申请事由\n主管部门意见\n(盖章)', find: formLines },
  /** Before lines: figures in the same places say more than words of heads. */
  steady: { specimen: '河段\n长\n宽\n东河\n3\n4\n西河\n5\n6\n南河\n7\n8', find: steadyCells },
  lines: { specimen: '序号\n浴室\n票价\n1\n东门浴室\n3元\n2\n西门浴室\n4元', find: lineCells },
  /** The last resort: any run of short lines with figures. */
  loose: { specimen: '甲\n3\n4\n乙\n5\n6\n丙\n7\n8\n丁\n9\n10', find: looseCells },
} satisfies Record<string, TableRule>;

const allRules: readonly TableRule[] = Object.values(tableRules);

/** The lines of the table whose first row begins at a line, by the first rule that finds some. */
function findLines(rules: readonly TableRule[], search: TableSearch, index: number): TableLines | null {
  for (const { find } of rules) {
    const found = find(search, index);
    if (found) return found;
  }
  return null;
}

/** 指标见下表: the words that lead to a table. */
const leadsToTable = /(?:如下|下表|见表\d{0,2}):?$/;

/** True below words that lead to a table, and below a title that names one. */
function isLedTo(lines: readonly Line[], index: number): boolean {
  const above = lines[index - 1];
  if (!above) return false;
  return leadsToTable.test(above.key) || (above.kind === 'other' && captionLines(lines, index - 1) > 0);
}

/**
 * Finds the table that begins at a line.
 * It begins below the line where that is its caption.
 * @param to the line where the text ends that may hold the table, exclusive
 * @returns null where no table begins
 */
export function findTable(
  lines: readonly Line[],
  index: number,
  to: number,
  context: TableContext,
): TableRegion | null {
  const given = givenRegion(lines, index, to);
  if (given) return given;
  const search: TableSearch = { ...context, lines, to, likely: isLedTo(lines, index) };
  const withCaption = findBelowCaption(search, index);
  if (withCaption) return withCaption;
  // A numbered line, a paragraph or a signature may be a row of pipes, and of no other table.
  const found = findLines(mayBeCell(search, index) ? allRules : [tableRules.pipes], search, index);
  return found && { ...found, caption: null };
}

const mayBeCell = ({ lines, isBoundary }: TableSearch, index: number): boolean =>
  lines[index]!.kind !== 'numbered' && lines[index]!.key.length <= longestRow && !isBoundary(index);

function findBelowCaption(search: TableSearch, index: number): TableRegion | null {
  const { source, lines, to, isBoundary } = search;
  const line = lines[index]!;
  if (!mayBeCell(search, index)) return null;
  if (countPieces(source, line, 'tabbed') > 1 || countPieces(source, line, 'blanks') > 2) return null;
  const from = index + captionLines(lines, index);
  if (from === index || from >= to || isBoundary(from)) return null;
  // 对象    补助标准 above rows of two cells is their head; 表1  补助标准 is a caption.
  const twoCells = (each: Line): boolean => countPieces(source, each, 'blanks') === 2;
  if (twoCells(line) && twoCells(lines[from]!) && !/^附?[表件]/.test(line.key)) return null;
  const found = findLines(allRules, { ...search, likely: true }, from);
  // 项目 above heads may be one of them.
  const title = line.key.length > 8 || !isVocabulary(line.key) || isUnitLine(line.key);
  return found && (found.layout !== 'lines' || title || found.reason) ? { ...found, caption: index } : null;
}
