import type { Line } from '../line';

/** Width on paper in Han characters: letters and digits take half. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) < 0x2000 ? 0.5 : 1;
  return width;
}

/** How a source sets its paragraphs. */
export interface Setting {
  /** Lines are broken at this width; absent where a line holds a whole paragraph. */
  wrapWidth?: number;
  /** The usual indent of lines of running text; 0 where there is none. */
  bodyIndent: number;
  /** Blank lines stand between all lines. */
  spaced: boolean;
  /** What stands below the end of a sentence is indented: a line at the margin goes on. */
  indented?: boolean;
}

const runningText = 40;
const sentenceEnd = /[。!?;:…][”"’)]?$/;

/** Measures how some lines are set. */
export function measureSetting(lines: readonly Line[]): Setting {
  const widths = lines
    .filter((line) => line.kind !== 'pipes')
    .map((line) => widthOf(line.text))
    .filter((width) => width > 15);
  const longest =
    widths.length > 0 ? [...widths].sort((one, other) => one - other)[Math.floor(widths.length * 0.97)]! : 0;
  // 为维护制度统一,便于公众查询和执行,市政府组织对2023年12月31日前以: as wide as others, and no end.
  const broken = lines.filter((line) => {
    const width = widthOf(line.text);
    return line.kind !== 'pipes' && width >= longest - 4 && width <= longest + 1 && !sentenceEnd.test(line.text);
  }).length;
  const wrapped = longest <= 60 && broken >= 4 && broken >= widths.length * 0.25;

  const indents = new Map<number, number>();
  const long = lines.filter((line) => !line.tabbed && widthOf(line.text) >= (wrapped ? longest - 6 : runningText));
  for (const line of long) if (line.indent > 0) indents.set(line.indent, (indents.get(line.indent) ?? 0) + 1);
  const [indent, count] = [...indents].sort((one, other) => other[1] - one[1])[0] ?? [0, 0];
  const share = wrapped ? 0.15 : 0.6;
  const spacedLines = lines.filter((line) => line.gap + line.blankLines > 0).length;
  return {
    ...(wrapped ? { wrapWidth: longest } : {}),
    bodyIndent: count >= 3 && count >= long.length * share ? indent : 0,
    spaced: spacedLines >= lines.length * 0.6,
    ...(isIndented(lines) ? { indented: true } : {}),
  };
}

const fewestStarts = 4;

/** Lines below the end of a sentence are indented, and some at the margin are not below one. */
function isIndented(lines: readonly Line[]): boolean {
  const starts = lines.filter((line, at) => at > 0 && sentenceEnd.test(lines[at - 1]!.text) && !line.print);
  const own = starts.filter((line) => line.indent >= 2).length;
  return own >= fewestStarts && own >= starts.length * 0.9;
}

/** `…的通知》(示政发` / `〔2017〕19号)`, `(示政发〔2017〕` / `19号)`: a number that the source broke. */
function breaksNumber(first: string, second: string): boolean {
  return (
    (/[〔[(]\d{4}[〕\])]第?\d{0,4}$/.test(first) && /^第?\d{0,5}号/.test(second)) ||
    (/[\u4e00-\u9fff][发办规函字]$/.test(first) && /^[〔[(]\d{4}[〕\])]第?\d{1,5}号/.test(second)) ||
    (/[\u4e00-\u9fff]$/.test(first) && /^[发规函字][〔[]\d{4}[〕\]]第?\d{1,5}号/.test(second))
  );
}

/** 责任单位:市财政局 */
const labelled = /^[\u4e00-\u9fff]{2,8}:/;

/** In a text of indented paragraphs: what a line at the margin goes on with. */
const goesOnAtMargin = (first: Line, second: Line): boolean =>
  second.indent === 0 &&
  second.gap + second.blankLines === 0 &&
  !sentenceEnd.test(first.text) &&
  !labelled.test(second.text) &&
  (/[,、]$/.test(first.text) ||
    (first.indent >= 2 ? /[。,;]/.test(first.text) : !first.marker && /[。;]$/.test(second.text)));

/** 第(二)项、第 / (三)项: a reference to a part of a text, broken inside. */
export const splitsReference = (first: string, second: string): boolean =>
  /第$/.test(first) ||
  (/[)〕\]][、和或及与至]$|项[、和或及与至]$/.test(first) && /^\([^()]{1,4}\)[项款目](?!目)/.test(second));

/** 按照 / 示政发〔2011〕5号 / 文件规定执行。: words around a number that stands on a line of its own. */
const leadsToNumber = /(?:[》、(]|按照|根据|依据|依照|执行|落实|贯彻|转发|以及|和|与|及|见|由|在)$/;
const followsNumber = /^(?:精神|文件|规定|要求|执行|的|和|与|及|等|同时|[、,。;)])/;

/** Tells whether a line continues the paragraph of the one before it. */
export function continues(first: Line, second: Line, setting: Setting): boolean {
  if (second.kind !== 'other' && second.kind !== 'number' && second.kind !== 'date') return false;
  if (second.kind === 'number' && leadsToNumber.test(first.key)) return true;
  if (first.kind === 'number' && followsNumber.test(second.key)) return true;
  if (second.kind === 'other' && (breaksNumber(first.key, second.key) || splitsReference(first.key, second.key)))
    return true;
  const ended = sentenceEnd.test(first.text);
  if (setting.wrapWidth !== undefined) {
    // The first line of a paragraph is indented by two characters, and the print's width holds
    // them.
    if (widthOf(first.text) + Math.min(first.indent, 2) < setting.wrapWidth - 3.5) return false;
    if (setting.bodyIndent > 0) return second.indent < setting.bodyIndent;
    return !ended;
  }
  if (setting.indented && second.kind === 'other' && goesOnAtMargin(first, second)) return true;
  // Each paragraph is indented, and a line at the margin goes on with the one above.
  const hangs = first.indent >= 2 && second.indent === 0 && !ended && second.gap + second.blankLines === 0;
  if (second.kind === 'other' && hangs && widthOf(first.text) >= 25) return true;
  // A numbered line without a sentence is a heading, however long.
  if (second.kind !== 'other' || (first.marker && !/[。;:]/.test(first.text))) return false;
  return (
    !ended &&
    !(labelled.test(first.text) && labelled.test(second.text)) &&
    !first.text.endsWith(')') &&
    widthOf(first.text) >= 20 &&
    second.gap + second.blankLines === 0 &&
    second.indent <= first.indent &&
    !setting.spaced
  );
}

/** Tells whether a line continues the paragraph before a page number and running head. */
export function continuesOverPage(first: Line, second: Line, setting: Setting): boolean {
  if (second.kind !== 'other' && second.kind !== 'number' && second.kind !== 'date') return false;
  const full =
    setting.wrapWidth !== undefined && widthOf(first.text) + Math.min(first.indent, 2) >= setting.wrapWidth - 3.5;
  if (splitsReference(first.key, second.key) || breaksNumber(first.key, second.key)) return true;
  if (sentenceEnd.test(first.text) || (first.marker && !full && !/[。;:,]/.test(first.text))) return false;
  if (setting.bodyIndent > 0 && second.indent >= setting.bodyIndent) return false;
  return widthOf(first.text) >= Math.min(runningText / 2, (setting.wrapWidth ?? runningText) - 4);
}
