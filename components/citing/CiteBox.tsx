import { CopyButton } from '@/components/shared/CopyButton';
import { escapeXml } from '@/lib/export/xml';

interface CiteBoxProps {
  /** 引用本文 */
  label: string;
  /** The citation in its standard form. */
  citation: string;
  /** Absolute address of what is cited. */
  url: string;
  /** The same with the key of its words, which is copied. */
  sharedUrl?: string;
  open?: boolean;
}

/**
 * The standard citation, to be selected, or copied with one button: as plain text, or with the
 * link.
 */
export function CiteBox({ label, citation, url, sharedUrl = url, open = false }: CiteBoxProps) {
  return (
    <details className="cite-box" open={open}>
      <summary>{label}</summary>
      <p className="citation" translate="no">
        {citation}
      </p>
      <p className="quiet">{url}</p>
      <div className="buttons">
        <CopyButton text={citation}>复制引用</CopyButton>
        <CopyButton text={`${citation} ${sharedUrl}`} html={linkTo(sharedUrl, citation)}>
          复制引用和链接
        </CopyButton>
      </div>
    </details>
  );
}

const linkTo = (url: string, words: string): string => `<a href="${escapeXml(url)}">${escapeXml(words)}</a>`;
