import { PICTURE } from '@/lib/views/share/section-picture';
import type { Metadata } from 'next';
import type { DocumentDetail } from '@/lib/db/queries/documents/documents';
import { typesetText } from '@/lib/text/typography';
import { formatDate, formatIssue, shorten } from '@/lib/text/format';
import { textOf } from '@/lib/gazette';
import {
  addressesOfPage,
  cardUrl,
  documentFeedUrl,
  documentUrl,
  feedsOfPage,
  sectionFeedUrl,
  sectionUrl,
  type FeedFormat,
} from '@/lib/addresses/urls';
import { unknownValidity, type Validity } from '@/lib/validity/validity';
import { warnOfStanding } from './standing';
import { articleMeta } from './government-meta';
import { joinStated } from './stated-facts';
import type { SectionView } from './section-view';
import { nameDocument } from './document-titles';

const DESCRIPTION_LENGTH = 120;

/**
 * Title, description and canonical address of a document's page. Takes the public origin too: names
 * of government sites have no base. Where it no longer holds, the description begins with that.
 */
export function describeDocument(
  document: DocumentDetail,
  siteUrl: string,
  validity: Validity = unknownValidity,
): Metadata & { title: string } {
  const { municipality, issue, agency, signedOn, docNumber, slug } = document;
  const title = typesetText(document.title);
  const facts = [
    docNumber,
    agency,
    signedOn && `${formatDate(signedOn)}成文`,
    issue ? `载于${municipality.name}人民政府公报${formatIssue(issue)}` : `${municipality.name}单行文件`,
  ];
  const description = `${warnOfStanding(validity)}${facts.filter(Boolean).join('，')}。`;
  const image = cardUrl(municipality.slug, slug);
  return {
    title: docNumber ? `${title}（${docNumber}）` : title,
    description,
    ...preview({
      title,
      description,
      canonical: documentUrl(municipality.slug, slug),
      image,
      feed: (format) => documentFeedUrl(municipality.slug, slug, format),
    }),
    other: articleMeta({
      title,
      day: document.publishedOn ?? issue?.publishedOn ?? signedOn,
      source: issue ? `${municipality.name}人民政府公报${formatIssue(issue)}` : municipality.name,
      author: agency,
      description,
      keywords: [document.keywords, docNumber, document.genre, agency, municipality.name].filter(
        (word) => word !== null,
      ),
      image: siteUrl + image,
      column: joinStated(document, document).topic.value ?? document.genre,
      url: siteUrl + documentUrl(municipality.slug, slug),
    }),
  };
}

interface Preview {
  title: string;
  description: string;
  canonical: string;
  image: string;
  /** The picture is square, as that of a section is. */
  isSquare?: boolean;
  /** Address of the feed of what happens to it. */
  feed: (format: FeedFormat) => string;
}

/** Sizes of pictures: app/card draws them. */
const WIDE = { width: 1200, height: 630 };
const SQUARE = { width: PICTURE.square, height: PICTURE.square };

/** What a link to the page looks like where it is passed on. */
const preview = ({
  title,
  description,
  canonical,
  image,
  isSquare = false,
  feed,
}: Preview): Pick<Metadata, 'alternates' | 'openGraph' | 'twitter'> => ({
  alternates: { ...addressesOfPage(canonical), types: feedsOfPage({ title: `${title}的动态`, address: feed }) },
  openGraph: {
    title,
    description,
    url: canonical,
    type: 'article',
    images: [{ url: image, ...(isSquare ? SQUARE : WIDE), alt: title }],
  },
  twitter: { card: isSquare ? 'summary' : 'summary_large_image', title, description, images: [image] },
});

/**
 * Describes a page with words marked in it.
 * Their name comes first, and search engines do not list it as a page of its own.
 */
export const describeMarked = (metadata: Metadata & { title: string }, q: string): Metadata =>
  q === '' ? metadata : { ...metadata, title: `“${q}” · ${metadata.title}`, robots: { index: false } };

/**
 * Title, description and canonical address of a section's own page: its words, not the document's.
 */
export function describeSection(
  document: DocumentDetail,
  section: SectionView,
  validity: Validity = unknownValidity,
): Metadata & { title: string } {
  const title = `${section.name} · ${nameDocument(document)}`;
  const description = warnOfStanding(validity) + shorten(typesetText(textOf(section.node)), DESCRIPTION_LENGTH);
  const place = [document.municipality.slug, document.slug, section.node.id] as const;
  return {
    title,
    description,
    ...preview({
      title,
      description,
      canonical: sectionUrl(...place),
      image: cardUrl(...place),
      isSquare: true,
      feed: (format) => sectionFeedUrl(...place, format),
    }),
  };
}
