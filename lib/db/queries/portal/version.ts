import 'server-only';
import { storedVersion } from '@/lib/db/ingest/rows/prepare-rows';
import { parserVersion } from '@/lib/gazette';
import packageFile from '@/package.json';

/** Gives the versions of this program: of the package, of its build, and of what it stores. */
export const readVersion = () => ({
  version: packageFile.version,
  build: process.env.GONGBAO_BUILD?.slice(0, 12) ?? null,
  parser: parserVersion,
  rows: storedVersion,
});
