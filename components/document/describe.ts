import type { Metadata } from 'next';
import type { DocumentDetail } from '@/lib/db/queries/documents';
import { displayText } from '@/lib/display';
import { formatDate, formatIssue, shorten } from '@/lib/format';
import { textOf } from '@/lib/gazette';
import { documentUrl, sectionUrl } from '@/lib/urls';
import type { SectionView } from './section-view';
import { nameDocument } from './titles';

const DESCRIPTION_LENGTH = 120;

/** Title, description and canonical address of a document's page. */
export function describeDocument(document: DocumentDetail): Metadata & { title: string } {
  const { municipality, issue, agency, signedOn, docNumber, slug } = document;
  const title = displayText(document.title);
  const facts = [
    docNumber,
    agency,
    signedOn && `${formatDate(signedOn)}成文`,
    issue ? `载于${municipality.name}人民政府公报${formatIssue(issue)}` : `${municipality.name}单行文件`,
  ];
  const description = `${facts.filter(Boolean).join('，')}。`;
  const canonical = documentUrl(municipality.slug, slug);
  return {
    title: docNumber ? `${title}（${docNumber}）` : title,
    description,
    alternates: { canonical },
    openGraph: { title, description, url: canonical, type: 'article' },
  };
}

/** The same page with words marked in it has their name first, and is none of its own for other search engines. */
export const describeMarked = (metadata: Metadata & { title: string }, q: string): Metadata =>
  q === '' ? metadata : { ...metadata, title: `“${q}” · ${metadata.title}`, robots: { index: false } };

/** Title, description and canonical address of a section's own page: its words, not the document's. */
export function describeSection(document: DocumentDetail, section: SectionView): Metadata & { title: string } {
  const title = `${section.name} · ${nameDocument(document)}`;
  const description = shorten(displayText(textOf(section.node)), DESCRIPTION_LENGTH);
  const canonical = sectionUrl(document.municipality.slug, document.slug, section.node.id);
  return {
    title,
    description,
    alternates: { canonical },
    openGraph: { title, description, url: canonical, type: 'article' },
  };
}
