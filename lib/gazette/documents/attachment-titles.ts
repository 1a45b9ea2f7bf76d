import { attachmentListAt } from '../sections/attachment-list';
import type { Line } from '../line';

/** Lists the titles that a notice says it attaches: 附件:1.A 2.B. */
export function attachmentTitles(lines: readonly Line[], from: number, to: number): string[] {
  const titles: string[] = [];
  for (let index = from; index < to; index++) {
    const count = attachmentListAt(lines, index, to);
    for (const line of lines.slice(index, index + count)) {
      const text = line.key.replace(/^附件[一二三四五六七八九十\d]{0,3}[:.、]?/, '');
      for (const title of text.split(/(?:^|(?<=\D))\d{1,2}[.、](?!\d)/)) {
        const words = title.replace(/[;。]$/, '').replace(/^《(.+)》$/, '$1');
        if (words.length >= 3) titles.push(words);
      }
    }
    index += Math.max(0, count - 1);
  }
  return titles;
}
