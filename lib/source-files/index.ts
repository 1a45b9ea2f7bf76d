/** Reads files of several formats as plain text, with the tables that the files mark as such. */
export { findSourceFiles } from './find';
export type { FoundFiles } from './find';
export { formatNames } from './formats';
export {
  fingerprint,
  hashBytes,
  hashSourceFile,
  readFileBytes,
  readListFile,
  readSourceBytes,
  readSourceFile,
} from './read';
export type { SourceText } from './read';
export { replaceText } from './replace-text';
export { SourceFileError } from './source-file-error';
