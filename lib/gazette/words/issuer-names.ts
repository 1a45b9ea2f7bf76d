import { localOffices, organs } from './organs';

/** The word behind an issuer's name. */
const countedWord = /(?:令|公告|通告)$/;
const state = '中华人民共和国';
/** What is of the state, whether or not a list has it: 中华人民共和国某某部. */
const ofTheState = /(?:部|委员会|总局|总署|审计署|银行)$/;

const byName = new Map(organs.flatMap((organ) => [organ.name, ...(organ.short ?? [])].map((name) => [name, organ])));
const inOrders = new Map(organs.flatMap((organ) => (organ.shortInOrders ?? []).map((name) => [name, organ])));
const longestName = [...byName.keys()].reduce((longest, name) => Math.max(longest, name.length), 0);

const officeNames = new Map(localOffices.flatMap(({ name, short }) => short.map((each) => [each, name])));
// 示例市住建局, but no more than one place: 示例省云汀市政府 is 示例省云汀市人民政府.
const localName = new RegExp(
  `^(.{1,16}[省市县区州盟旗团])(${[...officeNames.keys()].sort((one, other) => other.length - one.length).join('|')})$`,
);

/** Codes that mean an issuer of orders: 国令第588号, 渝府令第340号. */
const orderCodes: Record<string, string> = { 国令: '国务院令', 渝府令: '重庆市人民政府令' };

/**
 * Gives an issuer's name, with the word behind it, its one form.
 *
 * 中华人民共和国国务院令 is 国务院令, 住建部令 is 住房和城乡建设部令, 示例市住建局通告 is 示例市住房和城乡建设局通告. What
 * no list and no rule knows stays as it is.
 * @param code without blanks: a name that ends in 令, 公告 or 通告
 */
export function canonicalIssuer(code: string): string {
  const whole = orderCodes[code];
  if (whole !== undefined) return whole;
  const word = countedWord.exec(code)?.[0];
  if (word === undefined) return code;
  return nameOf(code.slice(0, -word.length), word === '令') + word;
}

/** Tells whether words name a listed organ, perhaps with 令 or 公告 behind it. */
export const isOrgan = (words: string): boolean =>
  orderCodes[words] !== undefined || byName.has(words.replace(countedWord, ''));

/**
 * Reads the organs in front of the last one of a list: 教育部、 of 教育部、财政部令第5号.
 * @param text folded
 * @param end where the last one begins
 * @returns the words with the signs behind each; empty where none stands there
 */
export function organsBefore(text: string, end: number): string {
  let start = end;
  while (start > 0 && /[、 ]/.test(text[start - 1]!)) {
    const last = text.slice(Math.max(0, start - 1 - longestName), start - 1);
    let at = 0;
    while (at < last.length && !byName.has(last.slice(at))) at++;
    if (at >= last.length - 1) break;
    start -= last.length - at + 1;
  }
  return text.slice(start, end);
}

function nameOf(printed: string, isOrder: boolean): string {
  const name = withoutState(printed);
  const organ = byName.get(name) ?? (isOrder ? inOrders.get(name) : undefined);
  if (organ) return organ.name;
  const joint = splitJoint(name);
  if (joint) return joint.join('');
  const local = localName.exec(name);
  return local ? local[1]! + officeNames.get(local[2]!)! : name;
}

function withoutState(printed: string): string {
  if (!printed.startsWith(state)) return printed;
  const rest = printed.slice(state.length);
  return byName.has(rest) || ofTheState.test(rest) || splitJoint(rest) ? rest : printed;
}

/** Reads several organs without anything between them: 财政部税务总局海关总署. */
function splitJoint(names: string): string[] | null {
  const found: string[] = [];
  let at = 0;
  while (at < names.length) {
    if (names.startsWith(state, at)) at += state.length;
    let length = Math.min(longestName, names.length - at);
    while (length > 0 && !byName.has(names.slice(at, at + length))) length--;
    const organ = length > 0 ? byName.get(names.slice(at, at + length)) : undefined;
    if (!organ) return null;
    found.push(found.length === 0 ? organ.name : (organ.joined ?? organ.name));
    at += length;
  }
  return found.length > 1 ? found : null;
}
