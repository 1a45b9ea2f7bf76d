import { listSectionEntries } from '@/lib/db/queries/feeds/document-feeds';
import { answerSection, type FeedContext } from '@/lib/export/feeds/answers';
import { siteSettings } from '@/lib/settings/env';

/** What happens to a section, as Atom. */
export const GET = (
  _request: Request,
  context: FeedContext<'municipality' | 'document' | 'section'>,
): Promise<Response> => answerSection('atom', siteSettings(), listSectionEntries, context);
