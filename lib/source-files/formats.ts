/**
 * The formats of files, by the endings of their names. A name says what the person means the file
 * to be.
 */
export type SourceFormat = 'text' | 'html' | 'markdown' | 'docx';

const formats: [name: RegExp, format: SourceFormat][] = [
  [/\.txt$/i, 'text'],
  [/\.html?$/i, 'html'],
  [/\.(?:md|markdown)$/i, 'markdown'],
  [/\.docx$/i, 'docx'],
];

/** The endings that are read, for messages and help texts. */
export const formatNames = '.txt, .html, .htm, .md, .markdown and .docx';

/** Gives the format of a file by its name; undefined for others. */
export const formatOf = (name: string): SourceFormat | undefined =>
  formats.find(([pattern]) => pattern.test(name))?.[1];

const ways: [name: RegExp, advice: string][] = [
  [/\.(?:doc|wps|rtf|odt|docm|dotx)$/i, 'Open it in Word or WPS, save it as .docx, and ingest that.'],
  [/\.(?:pdf|ofd|ceb)$/i, 'Copy its text into a .txt file in UTF-8 and ingest that.'],
  [/\.(?:mht|mhtml|shtml|xhtml|aspx?|jsp|php)$/i, 'Open it in a browser, save the page as .html, and ingest that.'],
];

/** Gives the advice for a file that cannot be read. */
export const adviceFor = (name: string): string =>
  ways.find(([pattern]) => pattern.test(name))?.[1] ?? 'Save its text as a .txt file in UTF-8 and ingest that.';
