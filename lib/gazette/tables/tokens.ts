import { keyOf } from '../words/chars';
import type { Line } from '../line';
import { readMarker } from '../words/markers';

/** What a cell looks like by itself. */
export type CellType = (typeof cellTypes)[number];

/** The types of cells, in the order in which they are tried. */
export const cellTypes = [
  'dash', // - — / 无
  'year', // 2022
  'years', // 2022-2023
  'date', // 2022年3月
  'integer', // 12
  'decimal', // 80.6
  'percent', // ≥80% ≤10.5/10万
  'quantity', // 20日 长期
  'numbered', // 12.落实税费政策
  'bracketed', // (一)发挥财政政策作用
  'comma', // 一、
  'docNumber', // …〔2022〕14号
  'sentence', // has 。 or is long
  'agency', // 市财政局、市税务局
  'clause', // has a comma
  'short', // ≤ 4
  'name', // ≤ 20
  'phrase',
] as const;

/** One cell's text, or a part of one: the lines that certainly belong together. */
export interface Token {
  lines: Line[];
  /** Lines that repeat the cell at a page break: kept in the tree, not shown twice. */
  repeats: Line[];
  /** Folded, without blanks, lines joined. */
  key: string;
  /** Lines of nothing but blanks in front: merged cells leave them. */
  blankLines: 0 | 1 | 2;
  type: CellType;
  /** Value of an integer, or number of a `numbered` cell. */
  number?: number;
}

const agencyPart =
  /(?:局|委|办|政府|部|厅|公司|院|中心|部门|单位|管委会|支行|分局|处|会|学校|大学|集团|银行|街道|中队|支队|等)$/;

/** Reads the type of a cell from its key. */
export function typeOf(key: string): { type: CellType; number?: number } {
  if (/^[-—–/]{1,3}$|^无$/.test(key)) return { type: 'dash' };
  if (/^(?:19|20)\d{2}$/.test(key)) return { type: 'year', number: Number(key) };
  if (/^(?:19|20)\d{2}年?[-—–~至](?:19|20)?\d{2,4}年?$/.test(key)) return { type: 'years' };
  if (/^(?:(?:19|20)\d{2}年)?\d{1,2}月(?:\d{1,2}日|底前?|份)?$|^(?:19|20)\d{2}年(?:底前?)?$/.test(key))
    return { type: 'date' };
  if (/^\d{1,9}$/.test(key)) return { type: 'integer', number: Number(key) };
  if (/^\d{1,9}\.\d{1,6}$/.test(key)) return { type: 'decimal' };
  if (key.length <= 16 && (/^[≥≤<>≧≦]/.test(key) || (/\d/.test(key) && /[%‰/]/.test(key)))) return { type: 'percent' };
  if (
    key.length <= 16 &&
    /^(?:不?[少多低高]于|约|每[年月季周日次]|第?)?\d[\d.]{0,8}(?:个|天|日|年|月|次|人|项|处|座|家|张|份|小时|工作日|万元|元|亩|公里|米|平方米|岁|名|所|场|套|吨|台|辆|层|条|周)/.test(
      key,
    ) &&
    key.length <= 12
  )
    return { type: 'quantity' };
  if (/^(?:长期|永久|即时|实时)$/.test(key)) return { type: 'quantity' };
  const marker = readMarker(key);
  if (marker?.style === 'digitPoint' && key.length > marker.length) return { type: 'numbered', number: marker.ordinal };
  if (marker?.style === 'hanBracket') return { type: 'bracketed' };
  if (marker?.style === 'hanComma') return { type: 'comma' };
  if (/[〔[]\d{4}[〕\]]/.test(key)) return { type: 'docNumber' };
  if (key.includes('。') || key.length > 60) return { type: 'sentence' };
  const parts = key.split(/[、,;和]/).filter(Boolean);
  if (parts.filter((part) => agencyPart.test(part)).length >= parts.length * 0.6 && key.length >= 3)
    return { type: 'agency' };
  if (/[,;:]/.test(key)) return { type: 'clause' };
  return { type: key.length <= 4 ? 'short' : key.length <= 20 ? 'name' : 'phrase' };
}

const dataTypes = new Set<CellType>(['dash', 'year', 'years', 'date', 'integer', 'decimal', 'percent', 'quantity']);

/** Figures, years, quantities: what stands in bodies and seldom in headers. */
export const isData = (token: Token): boolean => dataTypes.has(token.type);

/** True for the words of a cell that is figures, a year, a quantity. */
export const isDataKey = (key: string): boolean => dataTypes.has(typeOf(key).type);

/** Makes a token of some lines. */
export function makeToken(lines: Line[], blankLines: 0 | 1 | 2, repeats: Line[] = []): Token {
  const key = lines.map((line) => keyOf(line.text)).join('');
  return { lines, repeats, key, blankLines, ...typeOf(key) };
}

/** Makes one token of two or three that are one broken cell. */
export function joinTokens(tokens: readonly Token[]): Token {
  return makeToken(
    tokens.flatMap((token) => token.lines),
    tokens[0]!.blankLines,
    tokens.flatMap((token) => token.repeats),
  );
}

/**
 * Makes tokens of the lines of a table.
 * Where blank lines part the cells, lines without one between are one cell; a label printed again
 * at a page break is one label. A page number or running head is kept with the cell in front of it.
 */
export function readTokens(all: readonly Line[]): Token[] {
  const lines = all.filter((line) => !line.print);
  const tokens = tokensOf(lines);
  if (lines.length === all.length) return tokens;
  let at = 0;
  for (const line of all) {
    while (at + 1 < tokens.length && tokens[at + 1]!.lines[0]!.number < line.number) at++;
    if (line.print) tokens[at]!.repeats.push(line);
  }
  return tokens;
}

function tokensOf(lines: readonly Line[]): Token[] {
  const spaced = lines.slice(1).filter((line) => line.gap + line.blankLines > 0).length >= (lines.length - 1) * 0.6;
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (spaced && last && line.gap + line.blankLines === 0) last.push(line);
    else groups.push([line]);
  }
  const tokens: Token[] = [];
  for (const group of groups) {
    const blank = Math.min(2, group[0]!.blankLines) as 0 | 1 | 2;
    const token = makeToken(group, blank);
    const last = tokens.at(-1);
    if (last && blank > 0 && last.key === token.key && !isData(token)) {
      for (const line of group) last.repeats.push(line);
      last.blankLines = 2;
    } else tokens.push(token);
  }
  return tokens;
}
