import { readVersion } from '@/lib/db/queries/portal/version';
import { versionDataSchema } from '@/lib/export/data/version-data';

/** Which version of gongbao this is: `versionDataSchema`. */
export const GET = (): Response =>
  Response.json(versionDataSchema.parse(readVersion()), { headers: { 'X-Robots-Tag': 'noindex' } });
