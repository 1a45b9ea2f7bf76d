import type { PrintedNote } from '@/lib/views/document/citation-views';

/**
 * 引用文件: the notes of a printed text, whose numbers stand at the citations: what is cited, what is
 * known of it, where to read it. On paper only.
 */
export function PrintedNotes({ notes, siteUrl }: { notes: readonly PrintedNote[]; siteUrl: string }) {
  if (notes.length === 0) return null;
  return (
    <section className="print-end print-notes">
      <h2>引用文件</h2>
      <ol>
        {notes.map(({ number, citation, state, href }) => (
          <li key={number}>
            <p>
              {citation}　{state}
            </p>
            <p className="address" translate="no">
              {readableAddress(siteUrl + href)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** An address as it is read and typed: 文号 in it are not percent-encoded. */
export const readableAddress = (url: string): string => decodeURI(url);
