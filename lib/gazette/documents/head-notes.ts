import { isIssuer } from '../words/agreement';
import type { Line } from '../line';
import { findDate } from '../words/numbers';

// What stands between a title and its text: 题注, on when and where the text was adopted; the
// occasion of a speech; issuers.

const mostLines = 6;
const longestNote = 600;
const adopted = /通过|批准|修订|修正|修改|公布|发布|施行|审议/;

/** A note, and its date. */
interface NoteMatch {
  /** Lines that it takes. */
  count: number;
  /** Its first date, `YYYY-MM-DD`. */
  date: string | null;
}

/**
 * Reads the note with a date that begins at a line.
 * @example (2021年8月4日示例市第五届人民代表大会 / 常务委员会第三十一次会议通过), (二〇一〇年八月二十日), (市交通局 二○○四年六月一日)
 */
export function titleNoteAt(lines: readonly Line[], index: number, to: number): NoteMatch | null {
  const first = lines[index];
  if (first?.date && index + 1 < to) return { count: 1, date: first.date };
  if (!first?.key.startsWith('(')) return null;
  let key = '';
  for (let count = 1; count <= mostLines && index + count <= to; count++) {
    key += lines[index + count - 1]!.key;
    if (key.length > longestNote) return null;
    if (!key.endsWith(')') || key.split('(').length !== key.split(')').length) continue;
    const date = findDate(key);
    const short = key.length <= 40 && !/[。;:]/.test(key);
    return date && (short || adopted.test(key)) ? { count, date } : null;
  }
  return null;
}

/** Tells whether a note on an adoption begins at a line: (2021年8月4日…会议通过). */
export function isAdoptionNote(lines: readonly Line[], index: number): boolean {
  const note = titleNoteAt(lines, index, Math.min(lines.length, index + mostLines));
  return (
    note !== null &&
    lines.slice(index, index + note.count).some(({ key }) => /会议.{0,20}通过|常务委员会|批准/.test(key))
  );
}

/** Lines in front of a speech that name its occasion: ——2022年1月10日在…会议上 / 市长 钱某某. */
function occasionAt(lines: readonly Line[], index: number, to: number): number {
  const line = lines[index];
  if (!line || index >= to || !/^(?:—|--)/.test(line.key) || line.key.length > 80) return 0;
  if (!/\d{4}年.{0,60}(?:会议|大会|上)/.test(line.key)) return 0;
  const speaker = lines[index + 1];
  const named =
    speaker &&
    index + 1 < to &&
    /^(?:代|副)?(?:市|省|县|区|州|盟|旗)?(?:长|主席|主任|院长|检察长)[\u4e00-\u9fff]{2,4}$/;
  return named && named.test(speaker.key) ? 2 : 1;
}

/** Counts the lines of the note or the occasion of a speech below a title. */
export function headNotesAt(lines: readonly Line[], index: number, to: number): number {
  return titleNoteAt(lines, index, to)?.count ?? occasionAt(lines, index, to);
}

/** Issuers with their date. */
interface IssuerBlock {
  count: number;
  agencies: string[];
  signedOn: string;
}

/** Reads issuers and date above a text: 示例市统计局 国家统计局示例调查队 / 2022年3月20日. */
export function issuerBlockAt(lines: readonly Line[], index: number, to: number): IssuerBlock | null {
  const agencies: string[] = [];
  for (let at = index; at < Math.min(to - 1, index + 4); at++) {
    const line = lines[at]!;
    const signedOn = line.date ?? (/^\(.{6,14}\)$/.test(line.key) ? findDate(line.key) : null);
    if (signedOn) return agencies.length > 0 ? { count: at - index + 1, agencies, signedOn } : null;
    if (line.kind !== 'other' || !isIssuer(line.text)) return null;
    for (const agency of line.text.split(/ +/)) agencies.push(agency);
  }
  return null;
}
