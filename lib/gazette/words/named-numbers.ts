import type { DocNumber } from '../ast';
import { codeLetters, isDocYear, makeDocNumber, numberDigit, yearBracket } from './doc-number';
import type { NumberMatch } from './number-series';
import { isOrgan, organsBefore } from './issuer-names';
import { leadInLength } from './lead-in-words';
import { readNumeral } from './numbers';

/** A form in which text prints a number that is counted under a name. */
interface NamedNumberRule {
  form: DocNumber['form'];
  specimen: string;
  /** Groups `name`, `serial`, and perhaps `year` and `word` (公告 behind the number). */
  pattern: RegExp;
  /** The name stands behind the number, and nothing of it belongs to the sentence. */
  nameBehind?: true;
}

const { open, close } = yearBracket;
const serial = (most: number): string => `(?<serial>${numberDigit}{1,${most}})`;

/** Who issues 令, as the end of a name. */
const issuerOfOrders = '(?:国务院|政府|部|委员会|委|总局|总署|银行|署)';

/** Orders (令) and announcements (公告, 通告). Of two matches at one place the first row wins. */
export const namedNumberRules: readonly NamedNumberRule[] = [
  {
    form: 'order',
    specimen: '示例市人民政府令第7号',
    pattern: new RegExp(
      `(?<name>[${codeLetters}](?:[${codeLetters}]| (?=[${codeLetters}]{3})){1,24}令) ?\\(?(?:${open}?(?<year>\\d{4}) ?(?:${close}|年) ?)?第 ?${serial(6)} ?号`,
      'g',
    ),
  },
  {
    form: 'order',
    specimen: '示例市人民政府第7号令',
    pattern: new RegExp(`(?<name>[${codeLetters}]{2,20}) ?(?:(?<year>\\d{4}) ?年 ?)?第 ?${serial(6)} ?号令`, 'g'),
  },
  {
    form: 'order',
    specimen: '国务院令7号', // without 第, of issuers of orders alone
    pattern: new RegExp(`(?<name>[${codeLetters}]{0,20}${issuerOfOrders}令) ?\\(?(?<serial>\\d{1,4}) ?号`, 'g'),
  },
  {
    form: 'order',
    specimen: '国务院7号令',
    pattern: new RegExp(`(?<name>[${codeLetters}]{0,20}${issuerOfOrders}) ?(?<serial>\\d{1,4}) ?号令`, 'g'),
  },
  {
    form: 'order',
    specimen: '国令第7号', // the code of 国务院令
    pattern: new RegExp(`(?<![${codeLetters}])(?<name>国令) ?第? ?${serial(4)} ?号`, 'g'),
  },
  {
    form: 'order',
    specimen: '第58号市政府令',
    pattern: new RegExp(`第 ?${serial(6)} ?号(?<name>(?:[${codeLetters}]){2,12}令)`, 'g'),
    nameBehind: true,
  },
  {
    form: 'announcement',
    specimen: '财政部 税务总局公告2023年第1号',
    pattern: new RegExp(
      `(?<name>[${codeLetters}][${codeLetters} 、]{0,40}(?:公告|通告)) ?\\(?(?<year>\\d{4}) ?年? ?第 ?${serial(5)} ?号`,
      'g',
    ),
  },
  {
    form: 'announcement',
    specimen: '示例市人民代表大会常务委员会公告(第8号)', // counted without a year
    pattern: new RegExp(`(?<name>[${codeLetters}]{4,40}(?:公告|通告)) ?\\(?第 ?${serial(5)} ?号`, 'g'),
  },
  {
    form: 'announcement',
    specimen: '财政部2023年第1号公告',
    pattern: new RegExp(
      `(?<name>[${codeLetters}][${codeLetters} 、]{0,40}) ?(?<year>\\d{4}) ?年 ?第 ?${serial(5)} ?号(?<word>公告|通告)`,
      'g',
    ),
  },
];

/** Words in front of an issuer's name that do not belong to it. */
const beforeIssuer =
  /^.*号、|^.*(?:根据|按照|依据|依照|遵照|执行|落实|贯彻|以下简称|废止|修改|取代|公布|发布|违反|的公告|的通告|的令|的|(?<!共|住房|工业|资源|发展|粮食|林业|经济|商务|体育|旅游|文化|卫生|教育|民族|人口|国防|[委部局署办厅院会行])和|与|及|由)(?=[^根按依执落]{2,})|^(?:[年月日]|原|经|被|对|将|见|以|即|或|为|附)(?=.{4})/;

/** 深圳市人民政府, 国家发展改革委: a name begins so. */
const beginsName =
  /^(?:中华人民共和国|国务院|国家|最高人民|[\u4e00-\u9fff]{2,7}?(?:省|自治区|市|县|自治州|盟|旗)[\u4e00-\u9fff])/;

/** Cuts off the words of the sentence in front of an issuer's name: 结合国务院令. */
function cutSentence(name: string): string {
  const issuer = name.replace(beforeIssuer, '');
  for (let at = issuer.length - 3; at > 0; at--) {
    const rest = issuer.slice(at);
    const word = leadInLength(issuer.slice(0, at));
    if (word > 0 && isOrgan(rest) && !/[和与及同]$/.test(issuer.slice(0, at))) return rest;
    if (word > 1 && beginsName.test(rest)) return rest;
  }
  return issuer;
}

/** Finds orders and announcements in folded text, form by form. */
export function findNamedNumbers(text: string): NumberMatch[] {
  return namedNumberRules.flatMap((rule) =>
    [...text.matchAll(rule.pattern)].flatMap((match) => readNamedNumber(rule, match, text) ?? []),
  );
}

function readNamedNumber(
  { form, nameBehind }: NamedNumberRule,
  match: RegExpExecArray,
  text: string,
): NumberMatch | null {
  const { name = '', serial: serialText = '', year: yearText, word = '令' } = match.groups ?? {};
  const value = readNumeral(serialText);
  const year = yearText === undefined ? null : readNumeral(yearText);
  if (!value) return null;
  const issuer = nameBehind ? name : cutSentence(name);
  const from = match.index + name.length - issuer.length;
  const others = nameBehind ? '' : organsBefore(text, from);
  const agencyCode =
    others.replace(/[ 、]/g, '') + issuer.replace(/[ 、]/g, '') + (/(?:令|公告|通告)$/.test(name) ? '' : word);
  if (agencyCode.length < 3 && agencyCode !== '国令') return null;
  return {
    start: nameBehind ? match.index : from - others.length,
    end: match.index + match[0].length,
    docNumber: makeDocNumber({ form, agencyCode, ...(isDocYear(year) ? { year } : {}), serial: value }),
    guessed: false,
  };
}
