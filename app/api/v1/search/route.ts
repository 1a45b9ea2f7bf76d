import { engine } from '@/lib/db/search';
import { answerMeant } from '@/lib/db/queries/references/answer-box';
import { SEARCH_RULES } from '@/lib/addresses/parameter-problems';
import { refuseParameters } from '@/lib/export/data/data-response';
import { siteSettings } from '@/lib/settings/env';
import { respondWithData } from '@/lib/export/site/responses';

/** Any page of any search as JSON; 400 names a parameter that is wrong. */
export function GET(request: Request): Promise<Response> | Response {
  return (
    refuseParameters(request, SEARCH_RULES) ?? respondWithData(engine, request, siteSettings(), { find: answerMeant })
  );
}
