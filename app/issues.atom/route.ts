import { listNewestIssueEntries } from '@/lib/db/queries/feeds/feeds';
import { answerIssues } from '@/lib/export/feeds/answers';
import { siteSettings } from '@/lib/settings/env';

/** The issues of all municipalities that came last, as Atom. */
export const GET = (): Promise<Response> => answerIssues('atom', siteSettings(), listNewestIssueEntries);
