import { readNumberParam } from './route-params';

/** Which issue of a year: its number, and the name of one beside the regular ones. */
export interface IssueKey {
  /** 0 for 增刊 without a number. */
  number: number;
  /** 增刊, 增刊第1号, 第4号增刊; empty or absent for a regular issue. */
  edition?: string | null;
}

/** Issues beside the regular ones, and how addresses call them. */
const kinds = [
  ['增刊', 'zengkan'],
  ['副刊', 'fukan'],
  ['特刊', 'tekan'],
  ['专刊', 'zhuankan'],
  ['号外', 'haowai'],
] as const;
const kindOf = new Map<string, string>(kinds.map(([name, address]) => [address, name]));
const addressOf = new Map<string, string>(kinds);

/** Prints what an issue is called in its address: 4, 4-zengkan, zengkan-1, zengkan. */
export function issueSegment({ number, edition }: IssueKey): string {
  const [, of, kind = '', own] = /^(?:第(\d+)号)?([\u4e00-\u9fff]{2}?)(?:第(\d+)号)?$/.exec(edition ?? '') ?? [];
  const address = addressOf.get(kind);
  if (address === undefined) return String(number);
  if (of !== undefined) return `${of}-${address}`;
  return own === undefined ? address : `${address}-${own}`;
}

/**
 * Reads which issue an address names.
 *
 * 5-6 is the issue of several numbers that begins with 5.
 * @returns null for anything else
 */
export function readIssueSegment(segment: string): IssueKey | null {
  const [, first = '', second] = /^([a-z]+|\d{1,4})(?:-([a-z]+|\d{1,4}))?$/.exec(segment) ?? [];
  const number = readNumberParam(first);
  const last = second === undefined ? null : readNumberParam(second);
  if (number !== null) {
    if (second === undefined || (last !== null && last > number)) return { number };
    const kind = kindOf.get(second);
    return kind === undefined ? null : { number, edition: `第${number}号${kind}` };
  }
  const kind = kindOf.get(first);
  if (kind === undefined || (second !== undefined && last === null)) return null;
  return last === null ? { number: 0, edition: kind } : { number: last, edition: `${kind}第${last}号` };
}
