import { expectedTypes } from '../heads';
import { isData } from '../tokens';
import type { Token } from '../tokens';
import type { GridCell } from './grid';
import { headCell } from './grid';

/**
 * Two rows of heads: 投资(万元) above 总投资 and 其中:中央. The lines tell their number and the body the
 * number of columns; which head stands above the others is read from the words and from what the
 * columns hold.
 */
export interface Levels {
  /** Index of the spanning head among those of the first row, and how many it spans. */
  at: number;
  size: number;
  /** Cost in nats against the best that could be, and how much dearer the next reading is. */
  cost: number;
  margin: number;
}

const spanning =
  /投资|资金|来源|目标|指标|规模|面积|人数|编制|金额|经费|情况|标准|期限|时间|数量|产量|计划|任务|要求|补助|价格|费用|占地|年度|构成|水平|类型|分布/;
const unit = /\((?:万元|元|亿元|亩|公顷|人|个|户|吨|万人|%|平方米|公里|米|处|名|[^()]{1,4})\)$/;
const share =
  /^(?:其中:?)?(?:总(?:投资|额|数|计|量)|小计|合计|中央|省级?|市级?|县级?|区级?|地方|自筹|财政(?:资金)?|社会资本|银行贷款|贷款|其他|\d{4}年|数量|金额|单价|一季度|二季度|三季度|四季度|上半年|下半年|男|女|城镇|农村|最[高低大小]|行政$|事业$|工勤|水田|旱地|耕地|林地|新建|改建|扩建|[初中高]级)/;

/**
 * Least difference between the two best places of a spanning head, in nats.
 * With less it is not clear which heads stand above which.
 */
export const clearLevels = 1.5;
/** With as much between them the best place is sure. */
export const sureLevels = 4;

/** Puts heads into two rows, each with its tokens. */
export function levelRows(heads: readonly Token[][], { at, size }: Levels): [GridCell[], GridCell[]] {
  const first = heads.slice(0, heads.length - size).map((head, index) => {
    if (index === at) return headCell(head, index, { colSpan: size });
    return headCell(head, index < at ? index : index + size - 1, { rowSpan: 2 });
  });
  return [first, heads.slice(heads.length - size).map((head, index) => headCell(head, at + index))];
}

/** Heads of all columns where the head at `at` spans the last `size` heads. */
export function columnHeads<Head>(heads: readonly Head[], { at, size }: Pick<Levels, 'at' | 'size'>): Head[] {
  const first = heads.slice(0, heads.length - size);
  return [...first.slice(0, at), ...heads.slice(heads.length - size), ...first.slice(at + 1)];
}

/** Share of figures among a column's cells. */
function figures(cells: readonly Token[]): number {
  return cells.length === 0 ? 0.5 : cells.filter((cell) => isData(cell)).length / cells.length;
}

const dataTypes = new Set(['percent', 'integer', 'decimal', 'quantity', 'year', 'years', 'date']);

/** What a head and the cells below it say against each other. */
function mismatch(name: string, share: number): number {
  const types = expectedTypes(name);
  if (/备注|说明/.test(name)) return share > 0.7 ? 3 : 0;
  if (types.length === 0) return share > 0.7 && /名称|地点|地址|属性|类别|要求$/.test(name) ? 3 : 0;
  const data = types.every((type) => dataTypes.has(type));
  if (data) return share < 0.3 ? 3 : 0;
  return share > 0.7 ? 3 : 0;
}

/**
 * The best place for a spanning head, given the cells of each column.
 * @param below how many heads stand in the second row, where it is known
 */
export function placeLevels(
  names: readonly string[],
  columns: readonly (readonly Token[])[],
  below?: number,
): Levels | null {
  const shares = columns.map(figures);
  const found: Levels[] = [];
  for (let size = below ?? 2; size <= (below ?? Math.min(mostBelow, names.length - 3)); size++)
    for (let at = 1; at < names.length - size; at++)
      found.push({ at, size, cost: costOf(names, { at, size }, shares), margin: 0 });
  found.sort((one, other) => one.cost - other.cost);
  const best = found[0];
  return best ? { ...best, margin: (found[1]?.cost ?? Infinity) - best.cost } : null;
}

const mostBelow = 6;
/** 申请中央预算 / 内投资(万元): the second is the rest of the first, and no head of its own. */
const restOfHead = /^[内及和与或的(]/;

function costOf(names: readonly string[], place: Pick<Levels, 'at' | 'size'>, shares: readonly number[]): number {
  const { at, size } = place;
  const head = names[at]!;
  const below = names.slice(names.length - size);
  const parts = below.filter((name) => share.test(name)).length;
  let cost = 1.5;
  if (unit.test(head)) cost -= 2;
  else if (!spanning.test(head)) cost += parts > 0 ? 4 : 8;
  if (/^(?:序号|编号|备注|说明)$|名称$|单位$|部门$|地点$|地址$/.test(head)) cost += 6;
  const own = shares.slice(at, at + size);
  cost += own.every((each) => each > 0.7) ? 0 : own.every((each) => each < 0.3) ? 1 : 6;
  for (const [index, name] of columnHeads(names, place).entries()) {
    const inside = index >= at && index < at + size;
    const bare = inside && expectedTypes(name).length === 0;
    cost += bare ? mismatch(head, shares[index]!) / 2 : mismatch(name, shares[index]!);
  }
  // Words of the second row: parts of one whole, or heads of one kind. Such words do not stand in
  // the first.
  for (const name of below) if (!share.test(name)) cost += name.length > 4 ? 1.5 : 0.7;
  for (const name of names.slice(0, names.length - size)) if (name !== head && share.test(name)) cost += 1.5;
  cost += 6 * names.filter((name) => restOfHead.test(name)).length;
  if (parts >= size / 2) cost -= (3 * parts) / size;
  return new Set(below.map((name) => name.length)).size === 1 ? cost - 0.5 : cost;
}
