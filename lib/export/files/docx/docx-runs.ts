import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx';
import { face } from './docx-faces';
import type { Face, FlowSpan } from '@/lib/export/files/flow/flow';
import { xmlText } from '@/lib/export/xml';

/**
 * Writes spans as runs of one typeface and size; a citation is a link.
 * @param size in half points
 */
export const runs = (spans: readonly FlowSpan[], of: Face = 'fangsong', size?: number): ParagraphChild[] =>
  spans.map(({ text, href }) => {
    const options = { text: xmlText(text), font: face(of), ...(size === undefined ? {} : { size }) };
    return href === undefined
      ? new TextRun(options)
      : new ExternalHyperlink({ link: href, children: [new TextRun({ ...options, style: 'Hyperlink' })] });
  });
