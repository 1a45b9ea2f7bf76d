import { z } from 'zod';

/** Raised whenever a file of this release cannot be read by the one before. */
export const FORMAT_VERSION = 1;

/** A whole number of 64 bits, as text. */
const bigint = z.string().regex(/^\d{1,19}$/);

const migrationSchema = z.strictObject({ name: z.string().min(1), checksum: z.string().regex(/^[0-9a-f]{64}$/) });

const tableSchema = z.strictObject({
  name: z.string().min(1),
  /** In the order of the values of a row. */
  columns: z.array(z.string().min(1)).min(1),
  rows: bigint,
});

/** What the manifest of every release has: by it a newer one is known. */
export const formatSchema = z.looseObject({
  format: z.literal('gongbao backup'),
  formatVersion: z.int().min(1),
  gongbao: z.string(),
});

/** The first entry of a backup: what is in it. */
export const manifestSchema = z.strictObject({
  format: z.literal('gongbao backup'),
  formatVersion: z.literal(FORMAT_VERSION),
  /** The release that made it. */
  gongbao: z.string(),
  /** By which that release makes rows; those of a source file may be older. */
  storedVersion: z.string(),
  createdAt: z.iso.datetime(),
  /** Of PostgreSQL. */
  server: z.string(),
  /** Those that the database had, in their order. */
  migrations: z.array(migrationSchema).min(1),
  /** Null for a database that was made before it had them. */
  state: z.strictObject({ identity: z.uuid(), revision: bigint }).nullable(),
  /** Last values of sequences by name, of those that may be read and have given a number. */
  sequences: z.record(z.string(), bigint),
  /** In the order of the file. */
  tables: z.array(tableSchema),
});

/** What a backup says of itself. */
export type BackupManifest = z.output<typeof manifestSchema>;

/** A table in a backup. */
export type BackedUpTable = BackupManifest['tables'][number];

/** The last entry: without it the file is not whole. */
export const endSchema = z.strictObject({
  /** Of names, sizes and bytes of all entries before, see archive/checksum.ts. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
