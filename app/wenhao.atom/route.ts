import { listNewestMentions } from '@/lib/db/queries/portal/feeds';
import { printMentionFeed } from '@/lib/export/feeds/follow-feeds';
import { ATOM, respondWithText } from '@/lib/export/site/text-response';
import { siteSettings } from '@/lib/settings/env';
import { readDocNumber } from '@/lib/gazette';

/**
 * A feed of who cites a number, given in any spelling.
 * A number that nobody cites yet has an empty feed.
 */
export function GET(request: Request): Promise<Response> {
  const spelling = (new URL(request.url).searchParams.get('number') ?? '').slice(0, 100);
  const canonical = readDocNumber(spelling)?.canonical;
  return respondWithText(ATOM, async () =>
    canonical === undefined ? null : printMentionFeed(canonical, await listNewestMentions(canonical), siteSettings()),
  );
}
