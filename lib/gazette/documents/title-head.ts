import type * as ast from '../ast';
import { isIssuer } from '../words/agreement';
import { genreOf } from '../words/titles';
import { isAnnounced } from './announced-titles';
import { keyOfLines } from './head';
import type { Head } from './head';
import { floorOf } from './head-context';
import type { HeadContext } from './head-context';
import { isAdoptionNote } from './head-notes';
import { numberBelowTitle } from './head-number';
import { letterheadStart } from './letterhead';
import { behindFurniture, titleAbove } from './title-above';

const mostTitleLines = 6;

/** Reads the head at a title that the contents name without a number. */
export function headAtTitle(context: HeadContext, index: number): Head | null {
  const { lines, entries, announced } = context;
  const line = lines[index]!;
  if (line.key.length < 3 || line.key.length > 70) return null;
  let joined = '';
  for (let to = index + 1; to <= Math.min(lines.length, index + mostTitleLines); to++) {
    joined += lines[to - 1]!.key;
    if (joined.length > 200 || !entries.isBeginning(joined)) return null;
    const entry = entries.titled(joined);
    if (entry) return isAnnounced(announced, joined) ? null : makeHead(context, index, to, entry);
  }
  return null;
}

const correction = /^(?:更正|勘误)(?:启事|说明|声明|通知|表)?$/;

/** Reads the head of what a gazette corrects in a former issue: 更正, without number or addressee. */
export function headAtCorrection(context: HeadContext, index: number): Head | null {
  const { lines, standalone } = context;
  const line = lines[index]!;
  if (standalone || line.kind !== 'other' || !correction.test(line.key)) return null;
  const below = lines.slice(index + 1, index + 4);
  if (!below.some(({ key }) => /应为|更正|勘误|有误|刊登|刊发/.test(key.slice(0, 400)))) return null;
  return makeHead(context, index, index + 1, context.entries.titled(line.key));
}

/** Reads the head of a second decision in a text: its title above (2021年8月4日…会议通过). */
export function headAtNote(context: HeadContext, index: number): Head | null {
  const { lines, entries, standalone, announced } = context;
  if ((!standalone && entries.numbered) || !isAdoptionNote(lines, index)) return null;
  const title = titleAbove(lines, index, floorOf(context));
  if (!title?.key.includes('关于') || !/^(?:决定|决议|命令|公告)$/.test(genreOf(title.key) ?? '')) return null;
  return isAnnounced(announced, title.key) ? null : makeHead(context, title.from, title.to);
}

/** The head that begins with a title; a number that the contents do not name may stand below it. */
function makeHead(context: HeadContext, titleFrom: number, titleTo: number, entry?: ast.TocEntry): Head {
  const { lines, entries } = context;
  const floor = floorOf(context);
  let from = titleFrom;
  // 示例市人民政府 / 关于加强供水的意见, where the contents leave out the issuer.
  if (lines[from]!.key.startsWith('关于'))
    while (from > floor && titleFrom - from < 3 && isIssuer(lines[from - 1]!.text)) from--;
  const start = letterheadStart(lines, from, floor, '');
  const below = behindFurniture(lines, titleTo, lines.length);
  const number = numberBelowTitle(lines, below, keyOfLines(lines, from, titleTo));
  const own = number && !entries.isTaken(number.docNumber) ? number : null;
  return {
    from: start,
    letterhead: Array.from({ length: from - start }, (_, offset) => start + offset),
    number: own ? own.index : null,
    ...(own ? { docNumber: own.docNumber } : {}),
    titleFrom: from,
    titleTo,
    bodyFrom: own ? own.index + 1 : titleTo,
    ...(entry ? { entry } : {}),
  };
}
