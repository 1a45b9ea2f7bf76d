import type { Line } from '../line';
import { signatureAt } from './signature';

/** 附件 1.任务分工, without a colon; 附件1. is a label. */
const listWithoutColon = /^附件 +1[.、](?!\d)/;
const listHead = /^附(?:件|表|图)?[一二三四五六七八九十\d]{0,3} ?[:.、](?=.)/;

/** An item that the source broke: its rest stands deeper than the item's number. */
const isRestOfItem = (item: Line, line: Line): boolean =>
  line.kind === 'other' &&
  line.marker === null &&
  line.indent > item.indent &&
  line.indent > 2 &&
  line.key.length <= 40;

/**
 * Counts the lines of the list of attachments (附件说明) that begins at a line.
 * It is `附件:1.…` and the numbered lines below; an item may be broken over lines.
 * @returns 0 where none begins
 */
export function attachmentListAt(lines: readonly Line[], index: number, to: number): number {
  const first = lines[index]!;
  const bare = first.kind === 'attachment' && (/[::]$/.test(first.key) || listsAndSigns(lines, index, to));
  const counted = listWithoutColon.test(first.text);
  if (!bare && !counted && !(listHead.test(first.text.replace(/ +/g, ' ')) && first.key.length <= 120)) return 0;
  let count = 1;
  let expected = counted || /[:.、] {0,8}1[.、]/.test(first.text) ? 2 : bare ? 1 : 0;
  while (expected > 0 && index + count < to) {
    const line = lines[index + count]!;
    if (isSigned(lines, index + count, to)) break;
    if (isRestOfItem(lines[index + count - 1]!, line)) {
      count++;
      continue;
    }
    const numbered =
      line.marker &&
      (line.marker.style === 'digitPoint' || line.marker.style === 'digitBracket') &&
      line.marker.ordinal === expected;
    if (!numbered || line.key.length > 100 || line.key.includes('。')) break;
    expected++;
    count++;
  }
  return bare && count === 1 ? 0 : count;
}

/** 方式 is the rest of an item, and no agency that signs. */
const isSigned = (lines: readonly Line[], index: number, to: number): boolean => {
  const agencies = signatureAt(lines, index, to)?.agencies;
  return agencies !== undefined && (agencies.length === 0 || agencies[0]!.length > 4);
};

const mostItems = 40;

/** 附件 without a colon, above 1.… and 2.… and a signature: it lists them, and begins none. */
function listsAndSigns(lines: readonly Line[], index: number, to: number): boolean {
  let expected = 1;
  for (let at = index + 1; at < Math.min(to, index + mostItems); at++) {
    const { marker, key } = lines[at]!;
    if (expected > 1 && isSigned(lines, at, to)) return true;
    if (key.length > 100 || key.includes('。')) return false;
    if (marker && marker.ordinal === expected && /^digit(?:Point|Bracket)$/.test(marker.style)) expected++;
    else if (expected === 1 || !isRestOfItem(lines[at - 1]!, lines[at]!)) return false;
  }
  return false;
}
