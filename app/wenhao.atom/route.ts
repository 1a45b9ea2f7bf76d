import { listNumberEntries } from '@/lib/db/queries/feeds/feeds';
import { answerNumber } from '@/lib/export/feeds/answers';
import { siteSettings } from '@/lib/settings/env';

/** What happens to a number, as Atom. */
export const GET = (request: Request): Promise<Response> =>
  answerNumber('atom', siteSettings(), listNumberEntries, request);
