import { z } from 'zod';

/** The JSON of `/api/v1/version`. */
export const versionDataSchema = z.object({
  version: z.string().meta({ description: 'Of the package', example: '0.2.0' }),
  build: z.string().nullable().meta({ description: 'Names the sources of the pages; null while developing' }),
  parser: z.string().meta({ description: 'Of the parser, raised when the same text gives another tree' }),
  rows: z.string().meta({ description: 'Of parser, tree and rows; files stored by another one are read again' }),
});
