import type { Line } from '../line';

// A regulation or a plan prints contents of its own: 目录 / 第一章 总则 / 第二章 … and then the chapters
// again. These lines are page furniture of the text: the outline says the same, and their numbers
// must not become sections.

const longestContents = 600;
const longestEntry = 60;
const leader = /(?:(?<![.·…。•\-—_])(?:[.·…。•\-—_]{2,}|[…·]))?\(?\d{0,4}\)?$/;
const paged = /(?<![.·…•\-—_])[.·…•\-—_]{2,}\(?\d{1,4}\)?$/;
const opening = /^(?:前言|引言|序言?|概述|总则|总体要求|附则)/;
const decimal = /^\d{1,2}(?:\.\d{1,2}){0,3}[.、]?[\u4e00-\u9fff]/;

/** The words that an entry shares with the heading it names. */
const entryKey = (line: Line): string => (/[\d.·…)]$/.test(line.key) ? line.key.replace(leader, '') : line.key);

/** Index of the lines of a text, to find headings that stand a second time. */
export class InnerContents {
  private readonly places = new Map<string, number[]>();
  private readonly lines: readonly Line[];

  constructor(lines: readonly Line[]) {
    this.lines = lines;
    lines.forEach((line, index) => {
      if (line.key.length > longestEntry) return;
      const places = this.places.get(line.key);
      if (places) places.push(index);
      else this.places.set(line.key, [index]);
    });
  }

  /**
   * Finds the end (exclusive) of a text's contents below their label.
   * @returns null where the label is that of other contents
   */
  endFrom(label: number): number | null {
    const first = this.lines[label + 1];
    if (!first || !(first.marker || opening.test(first.key) || decimal.test(first.key))) return null;
    const end = this.repeatOf(label + 1);
    if (
      end !== null &&
      this.lines.slice(label + 1, end).every((line) => line.key.length <= longestEntry && !/[。;]$/.test(line.key))
    )
      return end;
    let last = label + 1; // the headings below are spelt otherwise: 第一章 总则……1
    while (last < Math.min(this.lines.length, label + longestContents) && paged.test(this.lines[last]!.key)) last++;
    return last - label > 2 ? last : null;
  }

  /**
   * Finds the end (exclusive) of contents without a label that begin at a line.
   * They are chapters without text, one below the other, that all stand again in the same order.
   */
  endWithoutLabel(first: number): number | null {
    const { lines } = this;
    const marker = lines[first]?.marker;
    if (marker?.ordinal !== 1 || !/^(?:bian|chapter|division|hanComma|digitPoint)$/.test(marker.style)) return null;
    const end = this.repeatOf(first);
    if (end === null || end - first < 2) return null;
    let last = end;
    for (let index = first; index < end; index++) {
      const line = lines[index]!;
      if (!line.marker && !decimal.test(line.key)) return null;
      const repeat = this.repeatOf(index);
      if (repeat === null || repeat < last) return null;
      last = repeat;
    }
    // Two forms with the same headings and nothing below them are no contents.
    return last - end > end - 1 - first ? end : null;
  }

  private repeatOf(index: number): number | null {
    const key = entryKey(this.lines[index]!);
    const places = this.places.get(key) ?? [];
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle]! <= index) low = middle + 1;
      else high = middle;
    }
    const repeat = places[low];
    return repeat !== undefined && repeat - index <= longestContents ? repeat : null;
  }
}

/**
 * Makes residue of the contents that texts print of themselves.
 * @param issueLabel line of the label of the issue's own contents, which stay
 */
export function foldInnerContents(lines: readonly Line[], issueLabel: number | undefined): Line[] {
  const inner = new InnerContents(lines);
  const folded = [...lines];
  for (let index = 0; index < folded.length; index++) {
    if (index === issueLabel) continue;
    const label = folded[index]!.kind === 'contents';
    const end = label ? inner.endFrom(index) : inner.endWithoutLabel(index);
    if (end === null) continue;
    for (let at = index; at < end; at++)
      folded[at] = { ...folded[at]!, kind: 'residue', marker: null, docNumber: null, date: null };
    index = end - 1;
  }
  return folded;
}
