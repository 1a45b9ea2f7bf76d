/** A text that was read, and the encoding it was in. */
export interface DecodedText {
  text: string;
  encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030';
}
/** Bytes that are no text. */
export interface Undecodable {
  reason: string;
  advice: string;
  /** Line of the first bad byte, from 1. */
  line?: number;
}

/** Files that people take for texts because of their name, by their first bytes. */
const BINARIES: [magic: string, what: string][] = [
  ['%PDF-', 'a PDF file'],
  ['PK\x03\x04', 'a ZIP file (.docx, .xlsx and .zip are)'],
  ['\xd0\xcf\x11\xe0', 'an old Office file (.doc, .xls)'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['Rar!', 'a RAR file'],
];
const SAVE_AS = 'Save its text as a .txt file in UTF-8 and ingest that.';

/**
 * Takes the bytes of a file; gives its text without byte order mark. UTF-8 is the rule; UTF-16 and GB18030 are recognised. Anything else, and UTF-8
 * with a bad byte in it, is given back as the reason why not.
 */
export function decodeText(bytes: Uint8Array): DecodedText | Undecodable {
  const head = String.fromCharCode(...bytes.subarray(0, 8));
  const binary = BINARIES.find(([magic]) => head.startsWith(magic));
  if (binary) return { reason: `it is ${binary[1]}, no text`, advice: SAVE_AS };
  if (head.startsWith('\xff\xfe')) return decodeUtf16(bytes, 'UTF-16LE') ?? damagedUtf16;
  if (head.startsWith('\xfe\xff')) return decodeUtf16(bytes, 'UTF-16BE') ?? damagedUtf16;
  if (bytes.includes(0))
    return (
      decodeUtf16(bytes, guessUtf16(bytes)) ?? { reason: 'it is binary, no text (it has zero bytes)', advice: SAVE_AS }
    );
  const text = decode(bytes, 'UTF-8');
  if (text !== null) return { text, encoding: 'UTF-8' };
  if (looksLikeGb18030(bytes)) {
    const chinese = decode(bytes, 'GB18030');
    if (chinese !== null) return { text: chinese, encoding: 'GB18030' };
  }
  return badByte(bytes);
}

const damagedUtf16 = { reason: 'it begins like UTF-16 and is none', advice: SAVE_AS };

function decode(bytes: Uint8Array, encoding: DecodedText['encoding']): string | null {
  try {
    return new TextDecoder(encoding.toLowerCase(), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 line ends and digits have their zero bytes all on one side. */
function guessUtf16(bytes: Uint8Array): 'UTF-16LE' | 'UTF-16BE' {
  return bytes.indexOf(0) % 2 === 1 ? 'UTF-16LE' : 'UTF-16BE';
}

function decodeUtf16(bytes: Uint8Array, encoding: 'UTF-16LE' | 'UTF-16BE'): DecodedText | null {
  const text = bytes.length % 2 === 0 ? decode(bytes, encoding) : null;
  return text !== null && !text.includes('\0') && isMostlyReadable(text) ? { text, encoding } : null;
}

function isMostlyReadable(text: string): boolean {
  const readable = text.match(/[\p{Script=Han}\x20-\x7e\s\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0;
  return readable >= 0.8 * [...text].length;
}

/**
 * Chinese text in GB18030 is nearly all pairs of the 3755 common characters (first byte B0-D7, second A1-FE). UTF-8 with one bad byte in it is not, and must
 * not be turned into other characters.
 */
function looksLikeGb18030(bytes: Uint8Array): boolean {
  let common = 0;
  let others = 0;
  for (let index = 0; index < bytes.length; index++) {
    const first = bytes[index] ?? 0;
    if (first < 0x80) continue;
    const second = bytes[++index] ?? 0;
    // A1-A9 are punctuation and full-width letters.
    if (first >= 0xa1 && first <= 0xa9 && second >= 0xa1) continue;
    if (first >= 0xb0 && first <= 0xd7 && second >= 0xa1) common++;
    else others++;
  }
  return common > 9 * others;
}

function badByte(bytes: Uint8Array): Undecodable {
  // The decoder replaces each bad sequence by U+FFFD; the first that the bytes do not spell is where it went wrong.
  const text = new TextDecoder('utf-8').decode(bytes);
  const encoder = new TextEncoder();
  let offset = bytes[0] === 0xef && bytes[1] === 0xbb ? 3 : 0;
  let line = 1;
  for (const character of text) {
    const expected = encoder.encode(character);
    if (!expected.every((byte, index) => bytes[offset + index] === byte)) break;
    offset += expected.length;
    if (character === '\n') line++;
  }
  const byte = (bytes[offset] ?? 0).toString(16).toUpperCase().padStart(2, '0');
  return {
    reason: `byte ${byte} (at ${offset} of the file) is neither UTF-8 nor does the text look like GB18030 or UTF-16`,
    advice: 'Save it in UTF-8 and look at that line.',
    line,
  };
}
