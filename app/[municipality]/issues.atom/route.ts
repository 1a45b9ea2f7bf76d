import { listNewestIssueEntries } from '@/lib/db/queries/feeds/feeds';
import { answerIssues, type FeedContext } from '@/lib/export/feeds/answers';
import { siteSettings } from '@/lib/settings/env';

/** The issues of a municipality that came last, as Atom. */
export const GET = (_request: Request, context: FeedContext<'municipality'>): Promise<Response> =>
  answerIssues('atom', siteSettings(), listNewestIssueEntries, context);
