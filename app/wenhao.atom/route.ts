import { listNewestMentions } from '@/lib/db/queries/municipalities/feeds';
import { printMentionFeed } from '@/lib/export/feeds/follow-feeds';
import { ATOM, respondWithText } from '@/lib/export/site/text-response';
import { siteSettings } from '@/lib/settings/env';
import { readDocNumber } from '@/lib/gazette';

/** Who cites a number, given in any spelling; one that nobody cites yet is a feed to wait for. */
export function GET(request: Request): Promise<Response> {
  const spelling = (new URL(request.url).searchParams.get('number') ?? '').slice(0, 100);
  const canonical = readDocNumber(spelling)?.canonical;
  return respondWithText(ATOM, async () =>
    canonical === undefined ? null : printMentionFeed(canonical, await listNewestMentions(canonical), siteSettings()),
  );
}
