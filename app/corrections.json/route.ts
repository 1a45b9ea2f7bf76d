import { listErrataEntries } from '@/lib/db/queries/feeds/feeds';
import { answerErrata } from '@/lib/export/feeds/answers';
import { siteSettings } from '@/lib/settings/env';

/** What gazettes correct themselves, as JSON Feed. */
export const GET = (): Promise<Response> => answerErrata('json', siteSettings(), listErrataEntries);
