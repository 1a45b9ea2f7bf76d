import { create } from 'content-disposition';

/**
 * Gives the value of `Content-Disposition` for a file to keep (RFC 6266, RFC 8187).
 * @param name in any characters, with its ending
 * @param ascii the name for programs that read only ASCII
 */
export const attachmentHeader = (name: string, ascii: string): string => create(name, { fallback: ascii });

/** Replaces what may not stand in the name of a file by blanks. */
export const cleanFileName = (words: string): string =>
  words
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\\/:*?"<>|%\s]+/gu, ' ')
    // Dots at the start hide a file.
    .replace(/^[\s.]+/, '')
    .trim();
