import type * as ast from '@/lib/gazette/ast';
import { noteOf } from '@/lib/source-files/blocks';

/** A decoded text and its encoding; `notes` say how another than UTF-8 was recognised. */
export interface DecodedText {
  text: string;
  encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';
  notes: ast.Message[];
}
/** Bytes that are no text. */
export interface Undecodable {
  reason: string;
  advice: string;
  /** Line of the first bad byte, from 1. */
  line?: number;
}

const COPY_TEXT = 'Copy its text into a .txt file in UTF-8 and ingest that.';
const SAVE_DOCX = 'Open it in Word or WPS, save it as .docx, and ingest that.';
/** Files that people take for texts because of their names, by their first bytes. */
const BINARIES: [magic: string, what: string, advice: string][] = [
  ['%PDF-', 'a PDF file', COPY_TEXT],
  [
    'PK\x03\x04',
    'a ZIP file (.docx, .xlsx and .zip are)',
    'Name it .docx if it is a Word file; else copy its text into a .txt file.',
  ],
  ['\xd0\xcf\x11\xe0', 'an old Office file (.doc, .xls) or one with a password', SAVE_DOCX],
  ['{\\rtf', 'an RTF file', SAVE_DOCX],
  ['\x89PNG', 'a picture', COPY_TEXT],
  ['\xff\xd8\xff', 'a picture', COPY_TEXT],
  ['Rar!', 'a RAR file', 'Unpack it, and ingest what is in it.'],
];

/** Explains why a file is no text, where its first bytes show it. */
export function recogniseBinary(bytes: Uint8Array): Undecodable | null {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const binary = BINARIES.find(([magic]) => head.startsWith(magic));
  return binary ? { reason: `it is ${binary[1]}, no text`, advice: binary[2] } : null;
}

/**
 * Decodes a text, without byte order mark. UTF-8 is the rule; UTF-16 and GB18030 are recognised,
 * and a note says by what. Anything else, and UTF-8 with a bad byte in it, gives the reason why
 * not.
 * @param declared the encoding that the file declares itself, such as a web page's charset
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText | Undecodable {
  const binary = recogniseBinary(bytes);
  if (binary) return binary;
  const mark = (['UTF-16LE', 'UTF-16BE'] as const).find((_, at) => bytes[at] === 0xff && bytes[1 - at] === 0xfe);
  if (mark) return decodeUtf16(bytes, mark, 'it begins with the byte order mark') ?? damagedUtf16;
  if (bytes.includes(0))
    return (
      decodeUtf16(bytes, guessUtf16(bytes), 'its zero bytes stand where UTF-16 has them') ?? {
        reason: 'it is binary, no text (it has zero bytes)',
        advice: COPY_TEXT,
      }
    );
  const known = declared === undefined ? undefined : familyOf(declared);
  const text = decode(bytes, 'UTF-8');
  if (text !== null) {
    const wrong = declared !== undefined && known !== 'UTF-8' && bytes.some((byte) => byte >= 0x80);
    return { text, encoding: 'UTF-8', notes: wrong ? [contradiction('UTF-8', declared)] : [] };
  }
  if (known === 'GB18030' || looksLikeGb18030(bytes)) {
    const chinese = decode(bytes, 'GB18030');
    if (chinese !== null) return { text: chinese, encoding: 'GB18030', notes: [noteOfGb18030(declared, known)] };
    return badByte(bytes, 'GB18030', known === 'GB18030');
  }
  if (declared !== undefined && known === undefined)
    return { reason: `it declares the encoding ${declared}, which is not read`, advice: 'Save it in UTF-8.' };
  return badByte(bytes, 'UTF-8', false);
}

/** Gives the encoding of a declared name, if it is one that is read. */
function familyOf(declared: string): DecodedText['encoding'] | undefined {
  if (/^utf-?8$/i.test(declared)) return 'UTF-8';
  return /^(?:gb_?2312(?:-?80)?|gbk|x-gbk|gb18030|cp936|chinese|csgb2312|iso-ir-58)$/i.test(declared)
    ? 'GB18030'
    : undefined;
}

const contradiction = (encoding: string, declared: string): ast.Message =>
  noteOf('encoding', `read as ${encoding}, which its bytes are, although it declares ${declared}`, 'warning');

function noteOfGb18030(declared: string | undefined, known: DecodedText['encoding'] | undefined): ast.Message {
  if (declared !== undefined && known !== 'GB18030') return contradiction('GB18030', declared);
  const why =
    declared === undefined
      ? 'it is no UTF-8, and nearly all its pairs of bytes are common characters of GB18030'
      : `it declares ${declared}`;
  return noteOf('encoding', `read as GB18030: ${why}`);
}

const damagedUtf16 = { reason: 'it begins like UTF-16 and is none', advice: COPY_TEXT };

function decode(bytes: Uint8Array, encoding: DecodedText['encoding']): string | null {
  try {
    return new TextDecoder(encoding.toLowerCase(), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** In UTF-16 the zero bytes of line ends and digits are all on one side. */
function guessUtf16(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' {
  return bytes.indexOf(0) % 2 === 1 ? 'UTF-16LE' : 'UTF-16BE';
}

function decodeUtf16(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE', why: string): DecodedText | null {
  const text = bytes.length % 2 === 0 ? decode(bytes, encoding) : null;
  const notes = [noteOf('encoding', `read as ${encoding}: ${why}`)];
  return text !== null && !text.includes('\0') && isMostlyReadable(text) ? { text, encoding, notes } : null;
}

function isMostlyReadable(text: string): boolean {
  const readable = text.match(/[\p{Script=Han}\x20-\x7e\s\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0;
  return readable >= 0.8 * [...text].length;
}

/**
 * Recognises GB18030: nearly all pairs are of the 3755 common characters (first byte B0-D7, second
 * A1-FE). UTF-8 with one bad byte in it is not, and must not be turned into other characters.
 */
function looksLikeGb18030(bytes: Uint8Array): boolean {
  let common = 0;
  let others = 0;
  for (let index = 0; index < bytes.length; index++) {
    const first = bytes[index] ?? 0;
    if (first < 0x80) continue;
    const second = bytes[index + 1] ?? 0;
    // A byte that begins no character must not put the pairs behind it out of step.
    if (first === 0x80 || first === 0xff || second < 0x30) {
      others++;
      continue;
    }
    index++;
    // A1-A9 are punctuation and full-width letters.
    if (first >= 0xa1 && first <= 0xa9 && second >= 0xa1) continue;
    if (first >= 0xb0 && first <= 0xd7 && second >= 0xa1) common++;
    else others++;
  }
  return common > 9 * others;
}

/** Finds the first byte that is no text in the encoding that the file is in. */
function badByte(bytes: Uint8Array, encoding: 'UTF-8' | 'GB18030', declared: boolean): Undecodable {
  const { offset, line } = firstBad(bytes, encoding);
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  const what =
    encoding === 'UTF-8'
      ? 'is neither UTF-8 nor does the text look like GB18030 or UTF-16'
      : `is no GB18030, ${declared ? 'which the file declares' : 'as the rest of the file looks to be'}`;
  return {
    reason: `byte ${byte} (at ${offset} of the file) ${what}`,
    advice: 'Save it in UTF-8 and look at that line.',
    line,
  };
}

/** Bytes that are decoded at once; a line end never stands inside of a character. */
const blockLength = 65_536;
const lineFeed = 10;

/** Finds where the first character begins that does not decode. */
function firstBad(bytes: Uint8Array, encoding: 'UTF-8' | 'GB18030'): { offset: number; line: number } {
  let line = 1;
  for (let from = 0; from < bytes.length;) {
    const end = bytes.indexOf(lineFeed, from + blockLength) + 1 || bytes.length;
    const block = bytes.subarray(from, end);
    const whole = decode(block, encoding) !== null;
    const good = whole ? block.length : goodLength(block, encoding);
    for (let at = 0; at < good; at++) if (block[at] === lineFeed) line++;
    if (!whole) return { offset: from + good, line };
    from = end;
  }
  return { offset: bytes.length, line };
}

const longestCharacter = 4;

/** The length of the longest beginning that decodes, by halving. */
function goodLength(bytes: Uint8Array, encoding: 'UTF-8' | 'GB18030'): number {
  const begins = (length: number): boolean => {
    try {
      const decoder = new TextDecoder(encoding.toLowerCase(), { fatal: true });
      decoder.decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (begins(middle)) low = middle;
    else high = middle - 1;
  }
  // The last bytes may begin the character that breaks off.
  for (let good = low; good > Math.max(0, low - longestCharacter); good--)
    if (decode(bytes.subarray(0, good), encoding) !== null) return good;
  return low;
}
