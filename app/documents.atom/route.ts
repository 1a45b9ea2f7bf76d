import { listNewestEntries } from '@/lib/db/queries/feeds/feeds';
import { answerPlace } from '@/lib/export/feeds/answers';
import { siteSettings } from '@/lib/settings/env';

/** What came last to all municipalities, as Atom. */
export const GET = (): Promise<Response> => answerPlace('atom', siteSettings(), listNewestEntries);
