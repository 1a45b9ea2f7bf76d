import type { DocumentCount, MunicipalityDetail } from '@/lib/db/queries/municipalities/municipalities';
import { searchUrl } from '@/lib/addresses/search-params';
import { agencyFeedUrl } from '@/lib/addresses/urls';

/**
 * Agencies and kinds of a municipality's documents, each leading to a search for them.
 * Nothing where nothing is known.
 */
export function DocumentKinds({ municipality: { slug, agencies, genres } }: { municipality: MunicipalityDetail }) {
  return (
    <>
      <Values
        heading="按发文机关"
        values={agencies}
        href={(agency) => searchUrl({ municipality: slug, agency, sort: 'newest' })}
        feed={(agency) => agencyFeedUrl(slug, agency)}
      />
      <Values
        heading="按文种"
        values={genres}
        href={(genre) => searchUrl({ municipality: slug, genre, sort: 'newest' })}
      />
    </>
  );
}

interface ValuesProps {
  heading: string;
  values: readonly DocumentCount[];
  /** Address of the search for a value. */
  href: (value: string) => string;
  /** Address of its feed, where it has one. */
  feed?: (value: string) => string;
}

function Values({ heading, values, href, feed }: ValuesProps) {
  if (values.length === 0) return null;
  return (
    <section className="sec">
      <h2>{heading}</h2>
      <ul className="counts">
        {values.map(({ value, documents }) => (
          <li key={value}>
            <a href={href(value)}>{value}</a>
            <span className="figures">{documents} 件</span>
            {feed && (
              <a className="follow screen-only" href={feed(value)} type="application/atom+xml" rel="nofollow">
                订阅<span className="sr-only">{value}的文件（Atom）</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
