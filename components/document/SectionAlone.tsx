import type { CitationTarget, DocumentDetail } from '@/lib/db/queries/documents';
import { displayText } from '@/lib/display';
import { FILES } from '@/lib/export/files/formats';
import { markDocument } from '@/lib/search/marks';
import { parseQuery } from '@/lib/search/query';
import { markWords } from '@/lib/search/snippet';
import { documentUrl, sectionPlaceUrl, sectionUrl } from '@/lib/urls';
import { BrokenTitle } from '@/components/gazette/Title';
import { Neighbours } from '@/components/ui/Neighbours';
import { viewCitations } from './citation-views';
import { Convention } from './Convention';
import { Downloads } from './Downloads';
import { Day } from './Metadata';
import { joinMarker, type SectionView, type Step } from './section-view';
import { SectionText } from './SectionText';

interface SectionAloneProps {
  document: DocumentDetail;
  section: SectionView;
  targets: readonly CitationTarget[];
  /** What was searched for, to be marked; empty for nothing. */
  q: string;
}

/** The page of one section: the ladder down to it, its words, its neighbours. */
export function SectionAlone({ document, section, targets, q }: SectionAloneProps) {
  const { municipality, slug, docNumber, signedOn } = document;
  const place = sectionPlaceUrl(municipality.slug, slug, section.node.id, q);
  const query = parseQuery(q);
  const { marks, addresses } = markDocument(document.tree, query);
  const neighbour = (step: Step | null, lead: string) =>
    step && { href: sectionUrl(municipality.slug, slug, step.address), lead, title: step.heading };
  const scene = {
    documentHref: documentUrl(municipality.slug, slug),
    level: 2,
    citations: viewCitations(document.tree, targets),
    marks,
  };
  const title = titleOf(section);
  return (
    <>
      <p className="kicker">
        {docNumber && <b className="wenhao">{docNumber}</b>}
        {signedOn && <Day date={signedOn} />}
      </p>
      <ol className="ladder">
        <li>
          <a href={scene.documentHref}>{displayText(document.title)}</a>
        </li>
        {section.ancestors.map(({ address, heading }) => (
          <li key={address}>
            <a href={sectionUrl(municipality.slug, slug, address)}>{heading}</a>
          </li>
        ))}
      </ol>
      <h1 className="title section-title">
        <BrokenTitle lines={[title]} marks={addresses.has(section.node.id) ? markWords(title, query.words) : []} />
      </h1>
      <div className="prose">
        <SectionText node={section.node} scene={scene} />
      </div>
      <Convention />
      <Downloads
        page={scene.documentHref}
        stem={section.node.id}
        formats={FILES[section.node.type === 'table' ? 'table' : 'section']}
      />
      <p className="mt-8">
        <a className="button solid" href={place}>
          在全文中看这一节
        </a>
      </p>
      <Neighbours
        label="相邻各节"
        previous={neighbour(section.previous, '上一节')}
        next={neighbour(section.next, '下一节')}
      />
    </>
  );
}

/** 2. 健全基本养老服务制度: the section's own marker and name; a paragraph without a name is called by its place. */
function titleOf({ node, place, heading }: SectionView): string {
  if (node.type !== 'section') return heading;
  return heading ? joinMarker(node.marker.value, heading) : place;
}
