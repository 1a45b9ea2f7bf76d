import { listSynonymRows } from '@/lib/search/synonyms/synonyms';
import { normalise } from '@/lib/search/text/normalise';
import type { Fact } from './facts';

/** Every word for the same thing by one of them: 最低生活保障 is 低保. */
const ONE_WORD: ReadonlyMap<string, string> = new Map(
  listSynonymRows().flatMap(({ kind, words }) =>
    kind === 'exact' ? words.slice(1).map((word) => [word, words[0]!] as const) : [],
  ),
);
const ANY_WORD = new RegExp([...ONE_WORD.keys()].sort((one, other) => other.length - one.length).join('|'), 'gu');

const inOneWord = (text: string): string => text.replace(ANY_WORD, (word) => ONE_WORD.get(word) ?? word);

/** Whose it is goes without saying in a document of the place itself. */
const OWN = /^(?:全市|本市|我市)(?:月|年)?|^月(?=最低)/u;
const MEASURE = /(?:标准|金额|数额)$/u;
/** What parts a standard into its kinds: who names none asks for all of them. */
const KINDS = /^(?:城市|农村|城乡|城镇)(?:居民|人员)?|^(?:集中供养|分散供养|散居)(?=.{3})|^居民(?=.{3})/u;
/** Words that name no subject by themselves. */
const VAGUE =
  /^(?:一次性|资金|生活|岗位|护理|建设|排放|供养|救助|收费|缴费|工资|住房|交通|取暖|项目|基本)*(?:补贴|补助|津贴|奖励|奖补|资助|工资|费用?|救助金?|供养|生活|建设|排放|标准|租金|保险金|补助金)?$/u;

/** 城市低保: the name of an amount, as facts and questions have it. */
function nameAmount(subject: string): string | null {
  const name = inOneWord(normalise(subject).replace(OWN, '').replace(MEASURE, ''));
  return name.length < 2 || name.length > 30 || VAGUE.test(name) ? null : name;
}

/** 医保局咨询电话: whose number it is, and for what. */
function nameNumber(label: string): string | null {
  const name = inOneWord(
    normalise(label)
      .replace(/^市(?!场)/u, '')
      .replace(/号码$/u, ''),
  );
  return name.length < 5 || /^.{0,4}电话$/u.test(name) ? null : name;
}

/**
 * Lists what a fact is found by above the hits of a search.
 *
 * First its whole name, then that without what parts it from its kin. None for a fact that holds
 * under a condition, or whose subject names nothing by itself.
 */
export function listSubjectKeys(fact: Fact): string[] {
  if (fact.kind === 'telephone') {
    const name = nameNumber(fact.subject);
    return name === null ? [] : [`telephone:${name}`];
  }
  if (fact.kind !== 'amount' || fact.condition !== null || fact.bound !== null) return [];
  const name = nameAmount(fact.subject);
  if (name === null) return [];
  const kin = name.replace(KINDS, '');
  return [name, ...(kin === name || kin.length < 2 || VAGUE.test(kin) ? [] : [kin])].map((each) => `amount:${each}`);
}

/** How much: 低保标准, 低保一个月多少钱. */
const HOW_MUCH =
  /^(?<subject>\p{Script=Han}{2,24}?)(?:(?:标准|金额)(?:是|为)?(?:多少)?|(?:(?:一个月|每个?月|每年|一年|一天|每天|每人)?(?:能?[领给发拿]|有|是|补)?(?:多少钱?|几块钱)))$/u;
const CALL = /^(?<label>\p{Script=Han}{2,24}电话)(?:号码|是多少)*$/u;

/**
 * Reads what a question asks for, as facts are found by.
 *
 * The whole text has to be a name and the words for its kind; more asks for something else.
 * @param words without the name of a place
 * @returns null for anything else
 */
export function readAskedKey(words: string): string | null {
  const plain = words.replace(/[\s?？!！。，,]+/gu, '').replace(/^请问/u, '');
  const label = CALL.exec(plain)?.groups?.['label'];
  if (label !== undefined) {
    const name = nameNumber(label);
    return name === null ? null : `telephone:${name}`;
  }
  const subject = HOW_MUCH.exec(plain)?.groups?.['subject'];
  const name = subject === undefined ? null : nameAmount(subject);
  return name === null ? null : `amount:${name}`;
}
