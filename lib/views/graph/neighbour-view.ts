import type { Neighbour } from '@/lib/db/queries/citations/neighbourhood';
import { typesetText } from '@/lib/text/typography';
import type { Relation } from '@/lib/gazette/ast';
import { searchUrl } from '@/lib/addresses/search-params';
import { docNumberUrl, documentUrl } from '@/lib/addresses/urls';
import type { Validity, ValidityState } from '@/lib/validity/validity';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { relationWord } from '@/lib/views/document/relation-words';

/**
 * Whether the portal holds it, and whether it is still in force: what the shape of a mark tells.
 */
export type MarkKind = 'held' | 'absent' | 'ended';

/**
 * How a neighbour is called and marked.
 * The picture and the list do it alike.
 */
export interface NeighbourView {
  href: string;
  /** Its number, else its title; in brackets where it is known only as it was mentioned. */
  name: string;
  title: string | null;
  mark: MarkKind;
  /** 未收录, 已废止 …; several at once, none for a held document of which nothing is said. */
  states: string[];
  relation: Relation;
  /** 贯彻落实、引用 */
  relations: string;
  mentions: number;
}

const ENDED: readonly ValidityState[] = ['repealed', 'expired'];

/** Whether it is no longer in force. */
export const isEnded = ({ state }: Validity): boolean => ENDED.includes(state);

/**
 * Takes a neighbour; gives what is shown of it. What nobody holds and has no number leads to the
 * places that name its title.
 */
export function viewNeighbour({
  document,
  docNumber,
  title,
  candidates,
  relations,
  mentions,
  validity,
}: Neighbour): NeighbourView {
  const shownTitle = title === null ? null : typesetText(title);
  return {
    href: hrefOf({ document, docNumber, title }),
    name: docNumber ?? (document ? typesetText(document.title) : `《${shownTitle ?? '无题'}》`),
    title: shownTitle,
    mark: isEnded(validity) ? 'ended' : candidates > 0 ? 'held' : 'absent',
    states: [
      ...(candidates === 0 ? ['未收录'] : []),
      ...(candidates > 1 ? [`${candidates} 件`] : []),
      ...(validity.state === 'unknown' ? [] : [VALIDITY_WORDS[validity.state]]),
    ],
    relation: relations[0]?.relation ?? 'cites',
    relations: relations.map(({ relation }) => relationWord(relation)).join('、'),
    mentions,
  };
}

function hrefOf({ document, docNumber, title }: Pick<Neighbour, 'document' | 'docNumber' | 'title'>): string {
  if (document) return documentUrl(document.municipality.slug, document.slug);
  return docNumber === null ? searchUrl({ q: `"${title ?? ''}"` }) : docNumberUrl(docNumber);
}
