import { hook } from '@/components/browser/hooks';
import { leadOf, type NoticeView } from '@/lib/views/versions/notice-view';
import type { AnchorView } from '@/lib/views/versions/page-ledger';
import type { RenderContext } from '@/lib/views/gazette/render-context';

/**
 * Quiet lines at a place whose address meant other words before.
 *
 * Also what is kept of addresses that are not there any more. Nothing at the others.
 */
export function Formerly({ id, context }: { id: string; context: RenderContext }) {
  return (
    <>
      {context.notices?.get(id)?.map((notice, at) => (
        <FormerLine key={at} notice={notice} />
      ))}
      <FormerAnchors anchors={context.anchors?.get(id)} />
    </>
  );
}

/**
 * One line; the words, and where they are now, behind a fold. Of words that stand elsewhere in the
 * text the line says only where.
 */
export function FormerLine({ notice }: { notice: NoticeView }) {
  return (
    <details className="formerly screen-only" open={notice.isOpen} {...hook('added')}>
      <summary>
        {notice.kind === 'moved' ? leadOf(notice).replace(/：$/u, '') : leadOf(notice) + firstWords(notice)}
      </summary>
      <FormerWords notice={notice} />
    </details>
  );
}

/** The words that stood at an address, and the ways from there. */
export function FormerWords({ notice }: { notice: NoticeView }) {
  const { marker, words, now, comparison, version, kind } = notice;
  return (
    <div className="former-words">
      {words.split('\n').map((line, at) => (
        <p key={at}>{at === 0 ? withMarker(line, marker) : line}</p>
      ))}
      <p className="ways">
        {now && (
          <a href={now.href}>
            {kind === 'moved' ? '现为' : '更正后为'}
            {now.name}
          </a>
        )}
        {comparison && <a href={comparison}>对照改动</a>}
        {version && <a href={version}>看当时的全文</a>}
      </p>
    </div>
  );
}

/**
 * Addresses that the text has no more: a link to one finds its place. Where its words are not
 * there, the notice is shown to who follows such a link, and to nobody else (versions.css).
 */
export function FormerAnchors({ anchors }: { anchors: readonly AnchorView[] | undefined }) {
  return anchors?.map(({ address, notices }) =>
    notices.length === 0 ? (
      <span key={address} id={address} className="former-anchor" {...hook('added')} />
    ) : (
      <div
        key={address}
        id={address}
        className={notices.some(({ isOpen }) => isOpen) ? 'former-place shown' : 'former-place'}
        {...hook('added')}
      >
        {notices.map((notice, at) => (
          <FormerLine key={at} notice={{ ...notice, isOpen: true }} />
        ))}
      </div>
    ),
  );
}

/** The number as printed, and its words behind a blank. */
const withMarker = (line: string, marker: string): string =>
  marker === '' ? line : `${marker}　${line.startsWith(marker) ? line.slice(marker.length).trim() : line}`;

/** Enough for one line on any screen; the line is cut where it ends. */
const FIRST_WORDS = 60;

const firstWords = ({ marker, words }: NoticeView): string => {
  const line = words.replace(/\s+/gu, ' ');
  const plain = marker !== '' && line.startsWith(marker) ? line.slice(marker.length).trim() : line;
  return plain.length > FIRST_WORDS ? `${plain.slice(0, FIRST_WORDS)}…` : plain;
};
