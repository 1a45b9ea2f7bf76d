import type { AmountFact } from './facts';
import { NUMBER, readLead } from './lead';
import { AMOUNT, BEHIND, PER, setsNothing, unitWith } from './money';
import { listSentences } from './sentences';

const NOUN = '(?:资金|项目)?(?:奖励|补助|补贴|资助|奖补)(?:资金|经费|奖励)?';
const MONEY = `(?<per>${PER})?(?<to>${AMOUNT})(?<unit>万元|元)(?<behind>${BEHIND})?`;
const BOUND = '(?<bound>最高不超过|最高|不超过)?';

/** What is given, behind for whom: 给予最高20万元的补助, 给予一次性奖励15万元, 按每人500元给予补贴. */
const GRANTS: readonly RegExp[] = [
  new RegExp(
    `^(?:由[^，,]{2,20}?)?(?<outer>每(?:家|户|人|个|名))?(?<once>一次性)?给予(?<twice>一次性)?${BOUND}${MONEY}(?:的)?(?<thrice>一次性)?(?<subject>${NOUN})$`,
    'u',
  ),
  new RegExp(
    `^(?:由[^，,]{2,20}?)?(?<outer>每(?:家|户|人|个|名))?给予(?<once>一次性)?(?<subject>${NOUN})${BOUND}${MONEY}$`,
    'u',
  ),
  new RegExp(`^(?<once>一次性)?按照?${MONEY}(?:的标准)?给予(?<twice>一次性)?(?<subject>${NOUN})$`, 'u'),
];
/** Where the words for what is given begin. */
const BEGINS = /(?:由(?:市|县|区|各|同级)[^，,]{0,16}?)?(?:每(?:家|户|人|个|名))?(?:一次性)?(?:给予|按照?每)/u;
/** What a policy is for says nothing of who gets it. */
const PURPOSE = /^(?:支持|推进|推动|加大|加强|深入|培育|引导|完善)[^，,对]{2,40}[，,](?=对)/u;
/** For whom it is must be told in full; what is shared out among several is not told at all. */
const LONGEST = 90;
const SHARED = /分别|分档|分阶段|依次|再给予|总额|比上年|上述|前款|以上[^，,]{0,6}给予/u;

/** Finds the sentences that give money to somebody: 对…，给予10万元奖励. */
export const findGrantedAmounts = (printed: string): AmountFact[] =>
  listSentences(printed).flatMap((sentence) => readSentence(sentence) ?? []);

/** All of a sentence is understood, or nothing is told. */
function readSentence(sentence: string): AmountFact[] | null {
  if (!/给予[^，,]{0,20}\d|\d元[^，,]{0,6}给予/u.test(sentence) || SHARED.test(sentence) || setsNothing(sentence))
    return null;
  const facts: AmountFact[] = [];
  let condition = '';
  const whole = sentence.replace(NUMBER, '').replace(PURPOSE, '');
  const begins = /(?:^|[，,：:])对/u.exec(whole);
  const start = begins ? begins.index + begins[0].length - 1 : -1;
  const first = start < 0 ? null : readLead(whole.slice(0, start));
  if (!first) return null;
  for (const clause of whole.slice(start).split(/[，,]/u)) {
    const at = BEGINS.exec(clause)?.index;
    if (at === undefined) {
      condition = condition === '' ? clause : `${condition}，${clause}`;
      continue;
    }
    const groups = readGrant(clause.slice(at));
    const whom = [condition, clause.slice(0, at)].filter((words) => words !== '').join('，');
    if (!groups || !/^对/u.test(facts.length === 0 ? whom : `对${whom}`) || whom.length > LONGEST || whom.length < 3)
      return null;
    const { to = '', unit = '', behind, bound, outer, per } = groups;
    if (outer !== undefined && per !== undefined) return null;
    const isOnce = [groups['once'], groups['twice'], groups['thrice']].some((each) => each !== undefined);
    facts.push({
      kind: 'amount',
      subject: `${isOnce ? '一次性' : ''}${groups['subject'] ?? ''}`,
      condition: first.condition === null ? whom : `${first.condition}，${whom}`,
      from: [],
      to: [to],
      bound: bound === undefined ? null : bound.endsWith('不超过') ? '不超过' : bound,
      unit: unitWith(unit, per ?? outer, behind?.slice(1)),
      difference: null,
      since: first.since,
      sentence,
    });
    condition = '';
  }
  return condition === '' ? facts : null;
}

function readGrant(words: string): Record<string, string | undefined> | null {
  for (const form of GRANTS) {
    const groups = form.exec(words)?.groups;
    if (groups) return groups;
  }
  return null;
}
