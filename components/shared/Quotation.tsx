import { typesetText } from '@/lib/text/typography';

interface QuotationProps {
  sentence: string;
  /** The words to mark, and where they stand in the sentence (UTF-16 units). */
  words: string;
  wordsAt: number;
}

/** A sentence as it is printed, with the words that matter marked. */
export function Quotation({ sentence, words, wordsAt }: QuotationProps) {
  const shown = typesetText(sentence);
  const end = wordsAt + words.length;
  return (
    <blockquote>
      {shown.slice(0, wordsAt)}
      <mark>{sentence.slice(wordsAt, end)}</mark>
      {shown.slice(end)}
    </blockquote>
  );
}
