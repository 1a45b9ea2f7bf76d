import type { Lapse } from '@/lib/db/queries/municipalities/lapses';
import { typesetText } from '@/lib/text/typography';
import { quoteTitle } from '@/lib/text/quote-title';
import { documentUrl, sectionPlaceUrl } from '@/lib/addresses/urls';
import { Day } from '@/components/shared/DocumentFactList';

/**
 * Behind the documents of a month on the line of time: what lapses in it, and who says so. What is
 * over stands with its last day, what is repealed with the day of the repeal.
 */
export function LapseList({ lapses }: { lapses: readonly Lapse[] }) {
  return (
    <li className="lapsing">
      <p className="by">本月到期或者废止的文件</p>
      <ul className="ends">
        {lapses.map((lapse) => (
          <LapseEntry key={lapse.document.id} lapse={lapse} />
        ))}
      </ul>
    </li>
  );
}

function LapseEntry({ lapse: { day, state, document, proof } }: { lapse: Lapse }) {
  const { municipality, slug, title, docNumber } = document;
  const { place, source } = proof;
  const saying = place && sectionPlaceUrl(place.municipality.slug, place.slug, place.address);
  return (
    <li className="repeals">
      <Day date={day} />
      <span className="wenhao">
        <a href={documentUrl(municipality.slug, slug)}>{docNumber ?? quoteTitle(typesetText(title))}</a>
      </span>
      {docNumber !== null && <span className="what">{typesetText(title)}</span>}
      {state === 'expired' && saying && <a href={saying}>有效期届满</a>}
      {state === 'repealed' && place && saying && (
        <span>
          被<a href={saying}>{place.docNumber ?? quoteTitle(typesetText(place.title))}</a>废止
        </span>
      )}
      {source !== null && <span>废止，编辑更正，依据：{source}</span>}
    </li>
  );
}
