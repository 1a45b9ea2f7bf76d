import { decodeText } from './text/encoding';
import { formatOf } from './formats';
import { declaredCharset } from './html/html';
import { readSourceBytes } from './read';

/**
 * Makes the bytes of a file with its text replaced, in UTF-8.
 * @param file its path or name, which says the format
 * @param replace gives the new text; it is called with what the bytes hold, marks of the format
 * among it
 * @param isRight tests the text that is read from the new bytes
 * @returns null for a format whose text cannot be replaced, and where what is read is not right
 */
export function replaceText(
  file: string,
  bytes: Uint8Array,
  replace: (text: string) => string,
  isRight: (text: string) => boolean,
): Uint8Array | null {
  const format = formatOf(file) ?? 'text';
  if (format === 'docx') return null;
  const decoded = decodeText(bytes, format === 'html' ? declaredCharset(bytes) : undefined);
  if ('reason' in decoded) return null;
  const replaced = new TextEncoder().encode(replace(decoded.text));
  try {
    return isRight(readSourceBytes(file, replaced).text) ? replaced : null;
  } catch {
    return null;
  }
}
