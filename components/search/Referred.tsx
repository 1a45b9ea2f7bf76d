import { typesetText } from '@/lib/text/typography';
import { docNumberUrl } from '@/lib/addresses/urls';
import type { ReferredPlace, ResolvedReference } from '@/lib/references/resolved';
import { HitFacts } from './HitFacts';

/**
 * What was typed means several things, or nearly the title of one: a choice above the hits. Nothing
 * for mere words.
 */
export function Referred({ references }: { references: readonly ResolvedReference[] }) {
  if (references.length === 0) return null;
  const isOffered = references.every(({ kind }) => kind === 'offered');
  return (
    <section className="number-hit referred" aria-label="您输入的文件">
      <p className="quiet">{isOffered ? '您是不是要找' : '您输入的不止一件，请选一件'}</p>
      <ul>{references.map(listed)}</ul>
    </section>
  );
}

function listed(reference: ResolvedReference) {
  switch (reference.kind) {
    case 'place':
      return <Place key={reference.place.href} place={reference.place} />;
    case 'several':
    case 'offered':
      return reference.places.map((place) => <Place key={place.href} place={place} />);
    case 'absent':
      return (
        <li key={reference.canonical}>
          <a className="t" href={docNumberUrl(reference.canonical)}>
            {reference.canonical}
          </a>
          <p className="quiet">未收录，看引用情况</p>
        </li>
      );
    case 'page':
      return (
        <li key={reference.href}>
          <a className="t" href={reference.href}>
            {reference.words}
          </a>
        </li>
      );
  }
}

function Place({ place: { document, section, href } }: { place: ReferredPlace }) {
  return (
    <li>
      <a className="t" href={href}>
        {typesetText(document.title)}
        {section && `　${typesetText(section.name)}`}
      </a>
      <HitFacts document={document} />
    </li>
  );
}
