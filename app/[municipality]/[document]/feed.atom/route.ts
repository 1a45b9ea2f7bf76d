import { listDocumentEntries } from '@/lib/db/queries/feeds/document-feeds';
import { answerDocument, type FeedContext } from '@/lib/export/feeds/answers';
import { siteSettings } from '@/lib/settings/env';

/** What happens to a document, as Atom. */
export const GET = (_request: Request, context: FeedContext<'municipality' | 'document'>): Promise<Response> =>
  answerDocument('atom', siteSettings(), listDocumentEntries, context);
