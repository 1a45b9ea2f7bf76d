import type { Passage } from '@/lib/versions';
import { showHeading } from '@/lib/text/section-names';
import { typesetText } from '@/lib/text/typography';

/** Longest heading in the name of a passage. */
const LENGTH = 16;

/**
 * Names the passages of a document by the numbers down to them: 第三条（一）, 附件1　一、; one without a
 * number by its heading.
 */
export function namePassages(passages: readonly Passage[]): string[] {
  const numbers: string[] = [];
  return passages.map(({ parent, marker, heading, kind }) => {
    const above = numbers[parent] ?? '';
    const own = typesetText(marker).replace(/[、.．]$/u, '');
    numbers.push(kind === 'part' && own !== '' ? `${own}　` : above + own);
    if (own !== '') return (above + own).trim();
    const name = showHeading(heading);
    return above + (name.length > LENGTH ? `${name.slice(0, LENGTH)}…` : name);
  });
}
