import type { Line } from '../line';
import type { MarkerMatch } from '../words/markers';
import { hanNumeral, readNumeral } from '../words/numbers';

// Numbers that count only as links of a chain. `1 总则`, `2.1 指挥机构` and `四 严肃纪律` may be figures:
// what was counted before says that they are headings. Emergency plans and technical rules are
// numbered so (GB/T 1.1).

const decimal =
  /^(\d{1,2}(?:\.\d{1,2}){1,4})[.、]?(?=[ \u3400-\u9fffA-Za-z《“(])(?! *[%‰万亿元个倍米公亩吨度分年月日小])/;
const bare =
  /^(\d{1,2})(?: {1,4}|(?=[\u3400-\u9fff]))(?=[\u3400-\u9fff])(?! *[%‰万亿元个倍米公亩吨度分年月日小名项条件次家处座号])/;
const longestBare = 30;
const hanBlank = new RegExp(`^([${hanNumeral}]{1,3}) {1,2}(?=[\\u3400-\\u9fff]{2})`);
const longestHanBlank = 40;

/** 2.1.3 after 2.1.2, 2.1.1 after 2.1, 2.2 after 2.1.3. */
function follows(before: readonly number[], path: readonly number[]): boolean {
  const last = path.length - 1;
  if (last > before.length) return false;
  for (let at = 0; at < last; at++) if (path[at] !== before[at]) return false;
  return last < before.length ? path[last] === before[last]! + 1 : path[last] === 1;
}

function link(line: Line, marker: MarkerMatch): void {
  line.marker = marker;
  if (line.kind === 'other') line.kind = 'numbered';
}

/** Gives markers to the lines that are links of a chain; reads each line once. */
export function markChains(lines: readonly Line[]): void {
  let path: readonly number[] | null = null;
  /** The last line that may have opened a number of the first level. */
  let opener: { line: Line; ordinal: number; bare: boolean } | null = null;
  let hanOrdinal = 0;
  for (const line of lines) {
    if (line.kind !== 'other' && line.kind !== 'numbered') continue;
    if (line.marker?.style === 'hanComma') hanOrdinal = line.marker.ordinal;
    if (line.marker?.style === 'digitPoint') {
      opener = { line, ordinal: line.marker.ordinal, bare: false };
      if (path && line.marker.ordinal === path[0]! + 1) path = [line.marker.ordinal];
      continue;
    }
    if (line.marker) continue;
    const han = hanBlank.exec(line.text);
    if (han && line.key.length <= longestHanBlank && hanOrdinal > 0 && readNumeral(han[1]!) === hanOrdinal + 1) {
      link(line, { style: 'hanComma', ordinal: ++hanOrdinal, length: han[1]!.length });
      continue;
    }
    const found: RegExpExecArray | null = decimal.exec(line.text);
    if (found) {
      const numbers: number[] = found[1]!.split('.').map(Number);
      const first: boolean =
        opener !== null && numbers[0] === opener.ordinal && numbers.slice(1).every((each) => each === 1);
      if (!first && !(path && follows(path, numbers))) continue;
      if (first && opener!.bare)
        link(opener!.line, { style: 'digitPoint', ordinal: opener!.ordinal, length: String(opener!.ordinal).length });
      path = numbers;
      link(line, { style: 'decimal', ordinal: numbers.at(-1)!, path: numbers, length: found[0].length });
      continue;
    }
    const single = line.key.length <= longestBare && !/[。;,]/.test(line.key) ? bare.exec(line.text) : null;
    if (!single) continue;
    const ordinal = Number(single[1]);
    if (path && ordinal === path[0]! + 1) {
      link(line, { style: 'digitPoint', ordinal, length: single[1]!.length });
      path = [ordinal];
      opener = { line, ordinal, bare: false };
    } else opener = { line, ordinal, bare: true };
  }
}
