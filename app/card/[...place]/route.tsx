import { ImageResponse } from 'next/og';
import { respondOr, unavailable } from '@/lib/export/unavailable';
import { getCard, type Card } from '@/lib/db/queries/documents/cards';
import { typesetText } from '@/lib/text/typography';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { siteSettings } from '@/lib/settings/env';
import { formatDate, formatIssue } from '@/lib/text/format';
import { cardUrl } from '@/lib/addresses/urls';
import { tellPlace } from '@/lib/db/queries/ledger/tell-place';
import { respondWithNews } from '@/lib/export/place-news';
import { decodeSegment } from '@/lib/addresses/route-params';
import { loadFonts, type Font } from './fonts';

/** What messengers and networks show: 1.91 to 1. */
const SIZE = { width: 1200, height: 630 };
/** Tokens of app/styles/tokens.css; a picture has no style sheet. */
const colours = { paper: '#fbfdfe', ink: '#181f24', quiet: '#4a545c', main: '#085578', over: '#8a4612' };

/**
 * The picture of a link preview: number and state, what was shared in large type, municipality and
 * date.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ place: string[] }> }): Promise<Response> {
  const place = (await params).place.map(decodeSegment);
  return respondOr(unavailable, () => draw(place));
}

async function draw([municipality, document, address, ...rest]: string[]): Promise<Response> {
  if (municipality === undefined || document === undefined || rest.length > 0) return missing();
  const card = await getCard(municipality, document, address);
  if (!card)
    return respondWithNews(missing(), () =>
      tellPlace({ municipality, document, section: address }, (to) =>
        cardUrl(to.municipality, to.document, to.section),
      ),
    );
  const lines = linesOf(card);
  const { number, standing, title, section, facts, site } = lines;
  const fonts = await loadFonts([number, standing, title, section, facts, site, '…'].join(''));
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
  section: string;
  facts: string;
  site: string;
}

function linesOf({ docNumber, title, section, municipality, agency, signedOn, issue, validity }: Card): Lines {
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
    section: section === null ? '' : typesetText(section),
    facts: facts.filter(Boolean).join('　'),
    site: siteSettings().siteName,
  };
}

function Picture({ number, standing, title, section, facts, site, fonts }: Lines & { fonts: Font[] }) {
  const family = [...new Set(fonts.map(({ name }) => name))].join(', ');
  return (
    <div
      style={{
        width: '100%',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        background: colours.paper,
        color: colours.ink,
        padding: '0 76px 56px',
        fontFamily: family,
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <div style={{ height: 14, background: colours.main }} />
        <div style={{ height: 3, marginTop: 6, background: colours.main }} />
        <div style={{ display: 'flex', marginTop: 48, fontSize: 34, color: colours.main, fontWeight: 700 }}>
          <div>{number}</div>
          {standing !== '' && <div style={{ marginLeft: 40, color: colours.over }}>{standing}</div>}
        </div>
        <div
          style={{
            marginTop: 22,
            fontWeight: 700,
            lineHeight: 1.4,
            fontSize: sizeOf(section || title),
            lineClamp: section === '' ? 4 : 3,
            display: 'block',
          }}
        >
          {section || title}
        </div>
        {section !== '' && (
          <div style={{ marginTop: 26, fontSize: 34, lineHeight: 1.4, lineClamp: 3, display: 'block' }}>{title}</div>
        )}
      </div>
      <div style={{ display: 'flex', justifyContent: 'space-between', fontSize: 28, color: colours.quiet }}>
        <div style={{ maxWidth: 860, lineClamp: 1, display: 'block' }}>{facts}</div>
        <div>{site}</div>
      </div>
    </div>
  );
}

/** Long titles are set smaller, so that three lines hold them. */
function sizeOf(title: string): number {
  if (title.length <= 24) return 62;
  return title.length <= 54 ? 52 : 44;
}
