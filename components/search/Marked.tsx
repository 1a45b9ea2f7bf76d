import { markPieces } from '@/components/gazette/marked';
import { typesetText } from '@/lib/text/typography';
import type { Range } from '@/lib/search/text/normalise';

interface MarkedProps {
  text: string;
  /** Stretches to mark: UTF-16 units of `text`, ascending. */
  marks: readonly Range[];
}

/**
 * A text with stretches of it marked. Shown with full-width punctuation, which keeps every place.
 */
export function Marked({ text, marks }: MarkedProps) {
  return markPieces(typesetText(text), marks);
}
