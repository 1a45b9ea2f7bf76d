import { buildTable } from '../../tables/rebuild/build-table';
import { findTable } from '../../tables/detect/find-table';
import { doubtsOf } from '../../tables/doubts';
import { signatureAt } from '../signature';
import type { BlockRule } from './rule';

/** A table in any layout; its address counts the tables of the range. */
export const table: BlockRule = {
  specimen: '| 政策领域 | 政策内容 |\n| 用工 | 稳岗补贴 |',
  take(context) {
    const { source, lines, open, to } = context;
    const { setting, messages } = context.surroundings;
    const region = findTable(lines, context.index, to, {
      source,
      setting,
      continuesOutline: (line) => line.marker !== null && open.continues(line.marker),
      isBoundary: (index) => signatureAt(lines, index, to) !== null,
    });
    if (!region) return false;
    context.tables++;
    const { span } = lines[region.caption ?? region.from]!;
    const node = buildTable(source, lines, region, context.takeId(`${context.prefix}biao${context.tables}`, span));
    if (node.confidence === 'unreconstructed') messages.add('table-unreconstructed', 'warning', doubtsOf(node), span);
    if (node.confidence === 'inferred') messages.add('table-inferred', 'info', doubtsOf(node), span);
    context.push(node);
    context.index = region.to;
    return true;
  },
};
