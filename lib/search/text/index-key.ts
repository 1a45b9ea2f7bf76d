/** What a person may type for an 索引号: digits and letters with marks between them. */
const SHAPE = /^[\p{L}\p{N}][\p{L}\p{N}/_.()[\]:—–-]{3,98}[\p{L}\p{N})\]]$/u;

/**
 * Gives the key by which an index number (索引号) is looked for: width, case and blanks do not count.
 * @returns null for words that are no index number
 */
export function indexKey(written: string): string | null {
  const key = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\u200b]+/gu, '')
    .replace(/[—–−]/gu, '-');
  const digits = key.match(/\p{N}/gu)?.length ?? 0;
  const isOne = SHAPE.test(key) && digits >= 4 && (/[/_.:-]/.test(key) || /^[A-Z0-9]{8,}$/.test(key));
  return isOne ? key : null;
}
