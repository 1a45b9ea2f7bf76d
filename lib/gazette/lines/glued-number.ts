import type * as ast from '../ast';
import { readNumberLine } from '../words/doc-number';
import type { Line } from '../line';
import { findDate, readDateLine } from '../words/numbers';
import type { Source } from '../source';
import { genreOf } from '../words/titles';

/** 示政发〔2023〕7号关于印发…的通知 */
const inFront = /^[\u4e00-\u9fffA-Za-z]{1,16} ?[〔[(【]\d{4}[〕\])】] ?第?\d{1,5} ?号 ?(?=\S)/;
/** …的通知(示办发〔2017〕2号) */
const behind = / ?\( ?[\u4e00-\u9fffA-Za-z]{1,16} ?[〔[【]\d{4}[〕\]】] ?第?\d{1,5} ?号 ?\)$/;
/** 示政发〔2012〕14号  2012年4月5日: the date stands at the right of the number. */
const behindNumber = /(?<! ) +\(?((?:19|20)\d{2} ?年.{1,4}月.{1,4}日|[一二][^ ]{3}年[^ ]{1,3}月[^ ]{1,4}日)\)?$/;
const longestLine = 160;

const longestNoted = 700;
const adopted = /公布|发布|颁布|通过|批准|修[订正改]|施行/;

/** Offset of (2023年12月25日示例市人民政府令第10号公布) behind a title; -1 for none. */
function noteBehind(text: string): number {
  // The note may go on below: (1996年6月3日示例市人民政府令第9号发布
  const begun = text.search(/\((?=(?:19|20)\d{2} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日)/);
  if (begun > 0 && adopted.test(text.slice(begun)) && genreOf(text.slice(0, begun)) !== undefined) return begun;
  if (!text.endsWith(')')) return -1;
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ')') depth++;
    else if (text[at] === '(' && --depth === 0) {
      const note = text.slice(at);
      return at > 0 && findDate(note) !== null && adopted.test(note) && genreOf(text.slice(0, at)) !== undefined
        ? at
        : -1;
    }
  }
  return -1;
}

/** A line cut in two: number and title, or title and note, in the order of the print. */
interface CutLine {
  /** Absent where the line holds a title and a note. */
  docNumber?: ast.DocNumber;
  title: string;
  lines: [Line, Line];
}

function cutLine(source: Source, line: Line): CutLine | null {
  if (line.kind !== 'other' || line.marker || line.text.length > longestNoted) return null;
  const noted = noteBehind(line.text);
  if (noted < 0 && line.text.length > longestLine) return null;
  const dated = behindNumber.exec(line.text);
  const front = inFront.exec(line.text);
  const back = front ? null : behind.exec(line.text);
  const at = noted > 0 ? noted : dated ? dated.index : front ? front[0].length : back?.index;
  if (at === undefined || at < 4) return null;
  const part = (from: number, to: number): Pick<Line, 'span' | 'text' | 'key'> => {
    const span = source.trim({ start: line.span.start + from, end: line.span.start + to });
    const text = source.folded.slice(span.start, span.end).trimEnd();
    return { span, text, key: text.replace(/ +/g, '') };
  };
  const parts = [part(0, at), part(at, line.text.length)] as const;
  if (noted > 0) {
    const lines: [Line, Line] = [
      { ...line, ...parts[0] },
      { ...line, ...parts[1], gap: 0 },
    ];
    return { title: parts[0].key, lines };
  }
  const [number, title] = front || dated ? parts : [parts[1], parts[0]];
  const docNumber = readNumberLine(number.key);
  const date = dated ? readDateLine(dated[1]!) : null;
  if (dated) {
    if (!docNumber || !date) return null;
    const lines: [Line, Line] = [
      { ...line, ...parts[0], kind: 'number', docNumber },
      { ...line, ...parts[1], kind: 'date', date, gap: 0 },
    ];
    return { docNumber, title: '', lines };
  }
  if (!docNumber || genreOf(title.key) === undefined) return null;
  const numbered: Line = { ...line, ...number, kind: 'number', docNumber };
  const titled: Line = { ...line, ...title };
  const lines: [Line, Line] = front ? [numbered, { ...titled, gap: 0 }] : [titled, { ...numbered, gap: 0 }];
  return { docNumber, title: title.key, lines };
}

/**
 * Cuts lines that hold a title and its number, where they begin a document.
 * @param begins tells whether a document with this number and title begins at a line: lists of
 * documents hold such lines too
 */
export function separateNumbers(
  source: Source,
  lines: readonly Line[],
  from: number,
  begins: (index: number, docNumber: ast.DocNumber | undefined, title: string) => boolean,
): Line[] {
  return lines.flatMap((line, index) => {
    if (index < from || !/号|日/.test(line.key)) return [line];
    const cut = cutLine(source, line);
    return cut && begins(index, cut.docNumber, cut.title) ? cut.lines : [line];
  });
}
