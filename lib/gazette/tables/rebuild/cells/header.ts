import { isSerialHead, isVocabulary, longestHeader } from '../../heads';
import type { Token } from '../../tokens';
import { isData } from '../../tokens';

/**
 * A reading of the first lines of a table.
 * It says whether they begin with a caption, and which lines make which column head.
 */
export interface HeaderReading {
  /** Lines of the caption that were read as the first lines of the table: 0 or 1. */
  caption: 0 | 1;
  /** Tokens that the heads take. */
  tokens: number;
  /** Tokens of each head: [1, 1, 2] for 序号 / 项目名称 / 申请中央预算 + 内投资(万元). */
  cells: number[];
  /** The last heads stand in a second row, below one of the others. */
  twoRows: boolean;
  cost: number;
  /** The body's first serial number follows directly: where the header ends is known. */
  anchored: boolean;
}

const completeWord =
  /(?:名称|类型|单位|值|率|年|元|元\)|内容|类别|期限|地点|规模|序号|主体|方式|来源|渠道|备注|部门|事项|范围)$/;
const tailWord =
  /^(?:类型|名称|单位|期限|数|值|\(万元\)|\(.{1,6}\)|率|主体|部门|属性|性质|意见|情况|时限|时间|地点|标准|要求|金额|内容|规模|编号|代码|方式|依据|机关|措施|人数|数量|实际值|目标值|类别|级别|电话|地址|范围|条件)$/;
const balance = (key: string): number => key.split('(').length - key.split(')').length;

/** What it costs to read one token as (a part of) a head. */
function lineCost(token: Token): number {
  let cost = isVocabulary(token.key) ? 3 : 5.5;
  if (isData(token) && !/^\d{4}年/.test(token.key)) cost += 8;
  if (token.key.length > 18) cost += 4;
  if (token.type === 'clause' || token.type === 'sentence') cost += 2;
  if (token.type === 'comma' || token.type === 'bracketed') cost += 8;
  return cost;
}

/** What it costs to join neighbouring tokens into one head. */
function joinCost(parts: readonly Token[]): number {
  let cost = 8.5 * (parts.length - 1);
  for (let at = 1; at < parts.length; at++) {
    const first = parts[at - 1]!.key;
    const second = parts[at]!.key;
    // 2024年 / 目标值 is one head; 2024年目标值 begins a new one.
    const bareYear = /^\d{4}年$/.test(first);
    const complete = completeWord.test(first) && !bareYear;
    if (/^\d{4}年/.test(second)) cost += 4;
    if (bareYear && /^(?:目标|基数|实际|完成|计划|预期|指标)/.test(second)) cost -= 4;
    cost += complete || /\)$/.test(first) ? 3 : first.length < 3 && !tailWord.test(second) ? 1 : -1;
    if (balance(first) > 0) cost -= 7;
    if (second.startsWith('(')) cost -= 5;
    if (!complete && tailWord.test(second)) cost -= 3;
    if (!complete && first.length >= 5) cost -= 2;
    if (/^[内及和与或的值率数]/.test(second)) cost -= 2;
    // 规格型号 / 数量 and 中央资金 / 省级资金 are two heads each; 责任 / 单位 is one.
    const whole = first.length >= 4 && isVocabulary(first) && !bareYear;
    if (whole && isVocabulary(second) && !second.startsWith('(') && balance(first) === 0) cost += 4;
    if (first.length >= 3 && first.slice(-2) === second.slice(-2)) cost += 5;
  }
  return parts.map((part) => part.key).join('').length > 16 ? cost + 3 : cost;
}

function cellCost(parts: readonly Token[]): number {
  const key = parts.map((part) => part.key).join('');
  let cost = parts.reduce((sum, part) => sum + lineCost(part), 0);
  if (parts.length > 1) cost += joinCost(parts);
  else if (!isVocabulary(key)) cost += 2;
  if (balance(key) !== 0) cost += 4;
  return cost;
}

/** What heads cost, each computed once for all readings. */
class HeadCosts {
  private readonly known = new Map<number, number>();
  private readonly tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /** Cost of the head of `size` tokens from `at`. */
  of(at: number, size: number): number {
    const place = at * longestHead + size - 1;
    const cost = this.known.get(place) ?? cellCost(this.tokens.slice(at, at + size));
    this.known.set(place, cost);
    return cost;
  }
}

const longestHead = 3;

/**
 * The cheapest ways to cut the k tokens from `from` into n heads of at most three tokens each; at
 * most `keep` of them.
 */
function partitions(
  costs: HeadCosts,
  from: number,
  length: number,
  count: number,
  keep: number,
): { cells: number[]; cost: number }[] {
  let beams: { cells: number[]; used: number; cost: number }[] = [{ cells: [], used: 0, cost: 0 }];
  for (let cell = 0; cell < count; cell++) {
    const next: typeof beams = [];
    for (const beam of beams) {
      for (let size = 1; size <= longestHead && beam.used + size <= length; size++) {
        const left = length - beam.used - size;
        const cellsLeft = count - cell - 1;
        if (left < cellsLeft || left > cellsLeft * longestHead) continue;
        const cost = beam.cost + costs.of(from + beam.used, size);
        next.push({ cells: [...beam.cells, size], used: beam.used + size, cost });
      }
    }
    beams = next.sort((one, other) => one.cost - other.cost).slice(0, 12);
  }
  return beams.filter((beam) => beam.used === length).slice(0, keep);
}

const captionEnd = /.{4}(?:表|清单|目录|名单|一览|情况|\))$/;

/** Gives the names of the columns of a reading. */
export function headNames(reading: HeaderReading, tokens: readonly Token[]): string[] {
  let at = reading.caption;
  return reading.cells.map((size) => {
    const name = tokens
      .slice(at, at + size)
      .map((token) => token.key)
      .join('');
    at += size;
    return name;
  });
}

/**
 * Where the body begins below 序号: at the first 1, or at 一、道路类 directly above it; -1 where neither
 * stands near.
 */
function firstSerial(tokens: readonly Token[]): number {
  const one = tokens.slice(0, longestHeader + 3).findIndex((token) => token.key === '1');
  const before = tokens[one - 1]?.type;
  return before === 'comma' || before === 'bracketed' ? one - 1 : one;
}

/**
 * Gives the readings worth fitting, cheapest per line first.
 * @param captioned a caption was found above the lines: none of them is one
 */
export function readHeaders(tokens: readonly Token[], limit: number, captioned: boolean): HeaderReading[] {
  const readings: HeaderReading[] = [];
  const costs = new HeadCosts(tokens);
  const serial = tokens.slice(0, 5).findIndex((token) => isSerialHead(token.key));
  const captions: (0 | 1)[] = captioned || serial === 0 ? [0] : serial === 1 ? [1, 0] : [0, 1];
  for (const caption of captions) {
    const first = tokens[caption];
    if (!first) continue;
    const captionCost = caption === 0 ? 0 : serial === 1 ? 0 : captionEnd.test(tokens[0]!.key) ? 5 : 8;
    const one = serial >= 0 ? firstSerial(tokens) : -1;
    const sizes: number[] = [];
    // Columns in front of the numbers begin in front of the first number: 类别 | 编号 above 古建 | 1.
    const front = Math.max(0, serial - caption);
    if (one > caption + 1) sizes.push(one - caption - front);
    else {
      for (let size = 2; size <= Math.min(longestHeader, tokens.length / 2); size++) {
        const last = tokens[caption + size - 1];
        if (!last || (isData(last) && !/^\d{4}年/.test(last.key))) break;
        const misses = tokens.slice(caption, caption + size).filter((token) => !isVocabulary(token.key)).length;
        if (misses > Math.max(5, size * 0.7)) continue;
        sizes.push(size);
      }
    }
    for (const size of sizes) {
      for (let columns = Math.max(2, size - 4); columns <= size; columns++) {
        for (const { cells, cost } of partitions(costs, caption, size, columns, one > caption + 1 ? 4 : 2)) {
          const reading: HeaderReading = {
            caption,
            tokens: size,
            cells,
            twoRows: false,
            cost: cost + captionCost,
            anchored: one > caption + 1,
          };
          const names = headNames(reading, tokens);
          reading.cost += 3 * (names.length - new Set(names).size);
          readings.push(reading);
        }
      }
    }
  }
  const cheapest = (some: HeaderReading[]): HeaderReading[] =>
    some.sort((one, other) => one.cost / one.tokens - other.cost / other.tokens);
  return [...cheapest(readings).slice(0, limit), ...cheapest(readings.flatMap(withTwoRows)).slice(0, limit / 3)];
}

/** A second row of heads costs this much. */
const secondRow = 5;

/**
 * The same heads in two rows: the last two, three … stand below one of the others. Which, the body
 * must tell.
 */
function withTwoRows(reading: HeaderReading): HeaderReading[] {
  return reading.cells.length < 5 ? [] : [{ ...reading, twoRows: true, cost: reading.cost + secondRow }];
}
