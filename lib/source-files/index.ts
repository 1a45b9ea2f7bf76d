/**
 * The door of this room: files of several formats in, plain text and the tables that the files drew
 * out.
 */
export { findSourceFiles } from './find';
export type { FoundFiles } from './find';
export { formatNames } from './formats';
export type { SourceFormat } from './formats';
export { hashSourceFile, readSourceFile } from './read';
export type { SourceText } from './read';
export { SourceFileError } from './source-file-error';
