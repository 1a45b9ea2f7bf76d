import { ImageResponse } from 'next/og';
import { respondOr, unavailable } from '@/lib/export/unavailable';
import { getCard, type Card } from '@/lib/db/queries/documents/cards';
import { typesetText } from '@/lib/text/typography';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { siteSettings } from '@/lib/settings/env';
import { formatDate, formatIssue } from '@/lib/text/format';
import { cardUrl, LONG_PICTURE, longPictureUrl } from '@/lib/addresses/urls';
import { tellPlace } from '@/lib/db/queries/ledger/tell-place';
import { respondWithNews } from '@/lib/export/place-news';
import { decodeSegment } from '@/lib/addresses/route-params';
import { getDocument } from '@/lib/db/queries/documents/documents';
import { viewSection } from '@/lib/views/document/section-view';
import { heightOf, PICTURE, viewPicture } from '@/lib/views/share/section-picture';
import { sharedSectionUrl } from '@/lib/views/share/shared-url';
import { listValidities } from '@/lib/db/queries/validity/validities';
import { unknownValidity } from '@/lib/validity/validity';
import { loadFonts, type Font } from './fonts';
import { colours, Rule, Sheet } from './look';
import { SectionSheet } from './SectionSheet';

/** What messengers and networks show: 1.91 to 1. */
const SIZE = { width: 1200, height: 630 };
/**
 * The picture of a link preview: of a document its number, state and title; of a section the square
 * in which its words begin, or all of it behind `/long`.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ place: string[] }> }): Promise<Response> {
  const place = (await params).place.map(decodeSegment);
  return respondOr(unavailable, () => draw(place));
}

async function draw([municipality, document, address, shape, ...rest]: string[]): Promise<Response> {
  if (municipality === undefined || document === undefined || rest.length > 0) return missing();
  if (shape !== undefined && shape !== LONG_PICTURE) return missing();
  const drawn =
    address === undefined
      ? await drawDocument(municipality, document)
      : await drawSection(municipality, document, address, shape === undefined);
  return (
    drawn ??
    respondWithNews(missing(), () =>
      tellPlace({ municipality, document, section: address }, ({ section, ...to }) =>
        shape === undefined || section === undefined
          ? cardUrl(to.municipality, to.document, section)
          : longPictureUrl(to.municipality, to.document, section),
      ),
    )
  );
}

/** Draws a section: all of it, or the square in which it begins. */
async function drawSection(
  municipality: string,
  slug: string,
  address: string,
  isSquare: boolean,
): Promise<Response | null> {
  const document = await getDocument(municipality, slug);
  const section = document && viewSection(document.tree, address);
  if (!section) return null;
  const { siteName, siteUrl } = siteSettings();
  const validity = (await listValidities([document.id])).get(document.id) ?? unknownValidity;
  const url = siteUrl + sharedSectionUrl({ municipality, slug, tree: document.tree, address });
  const picture = viewPicture(document, section, validity, url);
  const { number, state, why, title, path, name, text, rest, citation, source } = picture;
  const fonts = await loadFonts({
    400: [why, ...title, ...path, ...text, rest, ...citation, source, siteName, '非正式文本，以公报原件为准…'].join(''),
    700: [number, state, ...name].join(''),
  });
  return new ImageResponse(
    <SectionSheet picture={picture} isSquare={isSquare} family={familyOf(fonts)} site={siteName} />,
    { width: PICTURE.width, height: isSquare ? PICTURE.square : heightOf(picture), fonts },
  );
}

async function drawDocument(municipality: string, document: string): Promise<Response | null> {
  const card = await getCard(municipality, document);
  if (!card) return null;
  const lines = linesOf(card);
  const { number, standing, title, facts, site } = lines;
  const fonts = await loadFonts({ 400: facts + site, 700: `${number}${standing}${title}…` });
  return new ImageResponse(<Picture {...lines} fonts={fonts} />, {
    ...SIZE,
    fonts,
  });
}

const missing = (): Response =>
  new Response('没有这份文件。\n', { status: 404, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });

interface Lines {
  number: string;
  /** 已失效, or nothing. */
  standing: string;
  title: string;
  facts: string;
  site: string;
}

function linesOf({ docNumber, title, municipality, agency, signedOn, issue, validity }: Card): Lines {
  const facts = [
    municipality.sample ? '示例' : null,
    agency ?? municipality.name,
    signedOn && formatDate(signedOn),
    issue && `公报${formatIssue(issue)}`,
  ];
  return {
    number: docNumber ?? municipality.name,
    standing: validity.state === 'unknown' || validity.state === 'inForce' ? '' : VALIDITY_WORDS[validity.state],
    title: typesetText(title),
    facts: facts.filter(Boolean).join('　'),
    site: siteSettings().siteName,
  };
}

function Picture({ number, standing, title, facts, site, fonts }: Lines & { fonts: Font[] }) {
  return (
    <Sheet margin={76} family={familyOf(fonts)}>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <Rule />
        <div style={{ display: 'flex', marginTop: 48, fontSize: 34, color: colours.main, fontWeight: 700 }}>
          <div>{number}</div>
          {standing !== '' && <div style={{ marginLeft: 40, color: colours.over }}>{standing}</div>}
        </div>
        <div
          style={{
            marginTop: 22,
            fontWeight: 700,
            lineHeight: 1.4,
            fontSize: sizeOf(title),
            lineClamp: 4,
            display: 'block',
          }}
        >
          {title}
        </div>
      </div>
      <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 28, color: colours.quiet }}>
        <div style={{ maxWidth: 860, lineClamp: 1, display: 'block' }}>{facts}</div>
        <div>{site}</div>
      </div>
    </Sheet>
  );
}

/** Each slice of the font has a name of its own: the picture tries one after the other. */
const familyOf = (fonts: readonly Font[]): string => [...new Set(fonts.map(({ name }) => name))].join(', ');

/** Long titles are set smaller, so that three lines hold them. */
function sizeOf(title: string): number {
  if (title.length <= 24) return 62;
  return title.length <= 54 ? 52 : 44;
}
