import { typesetText } from '@/lib/text/typography';
import type { HitPlace } from '@/lib/search/engine';

/** 附件1 › 四、保障措施 › (二)资金: the way down to a section in plain text. */
export const pathWords = ({ path, heading }: HitPlace): string =>
  [...path.map((step) => step.heading), heading]
    .map((words) => typesetText(words.trim()).replace(/\s+/gu, ' '))
    .filter(Boolean)
    .join(' › ');

/** …每个街道至少有一处食堂…: a snippet in plain text, on one line. */
export const snippetWords = ({
  text,
  cutBefore,
  cutAfter,
}: {
  text: string;
  cutBefore: boolean;
  cutAfter: boolean;
}): string => (text === '' ? '' : `${cutBefore ? '…' : ''}${text.replace(/\s+/gu, ' ')}${cutAfter ? '…' : ''}`);
