import { listNewestIssueEntries } from '@/lib/db/queries/feeds/feeds';
import { answerIssues } from '@/lib/export/feeds/answers';
import { siteSettings } from '@/lib/settings/env';

/** The issues of all municipalities that came last, as JSON Feed. */
export const GET = (): Promise<Response> => answerIssues('json', siteSettings(), listNewestIssueEntries);
