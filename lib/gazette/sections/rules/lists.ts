import type { Line } from '../../line';
import { countPieces } from '../../tables/pieces';
import { nameListLength, rosterLength } from '../lists';
import type { BlockRule } from './rule';

/** A roster: roles with names; a line without a role continues the last one. */
export const roster: BlockRule = {
  specimen: '组 长:李某某 副市长\n副组长:王某某 市政府副秘书长\n成 员:赵某某 市财政局局长',
  take(context) {
    const count = rosterLength(context.lines, context.index, context.to);
    if (count === 0) return false;
    let role: string | undefined;
    context.pushList(count, ({ text }) => {
      const printed = /^([\u4e00-\u9fff ]{2,10}):/.exec(text)?.[1];
      if (printed !== undefined) role = printed.replace(/ /g, '');
      return role;
    });
    return true;
  },
};

/** A list of names, one a line, below a heading or a colon. */
export const nameList: BlockRule = {
  specimen: '一、先进单位(3个)\n市财政局\n市水利局\n市交通运输局',
  take(context) {
    const { lines, index, siblings, prefix } = context;
    const lead = lines[index - 1]?.key;
    if (lead === undefined) return false;
    const before = siblings.at(-1);
    const opensNotice = siblings === context.blocks && prefix === '';
    const leads = before ? before.type === 'paragraph' && /[:：]$/.test(lead) : !opensNotice;
    const names = leads ? nameListLength(lines, index, context.to, lead) : 0;
    // A row of a table is no name.
    const isRow = (line: Line): boolean => countPieces(context.source, line, 'tabbed') > 1;
    const row = lines.slice(index, index + names).findIndex(isRow);
    const count = row < 0 ? names : nameListLength(lines, index, index + row, lead);
    if (count === 0) return false;
    context.pushList(count);
    return true;
  },
};
