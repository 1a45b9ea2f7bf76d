import { readCsvRows } from './csv-rows';
import type { Manifest } from './entry';
import { readJsonRows } from './json-rows';

/**
 * Reads the text of a manifest. Never throws.
 *
 * A row that cannot be used is a problem, and the others are read.
 * @param format as the name of the file says
 */
export const readManifest = (text: string, format: 'csv' | 'json'): Manifest =>
  format === 'json' ? readJsonRows(text) : readCsvRows(text);
