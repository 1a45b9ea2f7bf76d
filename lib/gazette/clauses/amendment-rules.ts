import { hanNumeral, readNumeral } from '../words/numbers';

/** What a clause of a decision does to another text. Places are as printed, folded: 第九条第一款. */
export interface AmendmentReading {
  /**
   * replace: new words for a place · words: other words in it · delete · insert: a new clause ·
   * renumber: another number · adjust: the numbers behind follow · unread: something else
   */
  kind: 'replace' | 'words' | 'delete' | 'insert' | 'renumber' | 'adjust' | 'unread';
  /** The place that is changed; of an article that is inserted the one it gets. */
  place: string;
  /** Of `words`: what goes, and what comes in its place; empty for nothing. */
  from?: string;
  to?: string;
  /** Of `words`: it stands there several times (统一, 均). */
  all?: true;
  /** Of `replace` and `insert`: the new lines. */
  lines?: string[];
  /** Of `insert`: whether an article is new, or something inside one. */
  adds?: 'article' | 'clause';
  /** Of `insert`: the place inside, 第三款 or 第(四)项; of `renumber`: the new number. */
  as?: string;
}

const number = `[${hanNumeral}\\d]{1,6}`;
const article = `第${number}条(?:之${number})?`;
const inner = `(?:第${number}款)?(?:第\\(?${number}\\)?项)?(?:第${number}目)?`;
/** 二、(一) and 第二部分第(一)项 of a text without articles. */
const outlined = `[一二三四五六七八九十]{1,3}、(?:\\([一二三四五六七八九十]{1,3}\\)(?:\\d{1,2}\\.)?)?|第[${hanNumeral}\\d]{1,3}部分(?:第\\(?${number}\\)?[项条点])?`;
/** 附表1, 附件2中的表1, and the one table of 附件2: 附件2中的表格. */
const tables = '(?:附件\\d{0,2}(?:中的?|的)?附?表格?\\d{0,2}|附?表\\d{1,2})';
const place = `(?:原)?(?:${article}${inner}|第${number}款(?:第\\(?${number}\\)?项)?|第[${hanNumeral}\\d]{1,4}章章名|${tables}|附件\\d{0,2}|全文|题目|标题|${outlined})`;
const whole = `(?:原)?(?:${tables}|附件\\d{0,2})`;
const places = `${place}(?:[、和及]+${place})*`;
const quotation = '“\\d{1,3}”';
const become = '(?:均|统一|分别|一律|相应)*(?:修改|改|调整|变更|替换|修订)为';

type Read = (groups: Record<string, string | undefined>, quotations: readonly string[][]) => AmendmentReading[];

/** A form of words, from where the reader stands; `last` is the place that was named before. */
interface AmendmentRule {
  specimen: string;
  words: RegExp;
  read: Read;
}

const rule = (specimen: string, words: string, read: Read): AmendmentRule => ({
  specimen,
  words: new RegExp(`^(?:将|把|对|在)?${words}`),
  read,
});
/** 第十二条第二款、第三款: what names no article is in the one before. */
function splitPlaces(words: string): string[] {
  let last = '';
  return (words.match(new RegExp(place, 'g')) ?? []).map((each) => {
    last = new RegExp(`^(?:原)?${article}`).exec(each)?.[0] ?? last;
    return /^第[^条]*款/.test(each) ? last + each : each;
  });
}
const plain = (words: string): string => words.replace(/^原/, '');
const quoted = (mark: string, quotations: readonly string[][]): string[] => quotations[Number(mark.slice(1, -1))] ?? [];

/** A new form is a new row. The first that fits wins. */
const rules: readonly AmendmentRule[] = [
  rule(
    '第三条、第五条中的“甲局”统一修改为“乙局”',
    `(?<at>${places}|其)(?:中|里)?的?(?<pairs>${quotation}(?:[、和及]${quotation})*${become}${quotation}(?:[、,和以及]*${quotation}(?:[、和及]${quotation})*${become}${quotation})*)`,
    ({ at = '', pairs = '' }, quotations) =>
      [...pairs.matchAll(new RegExp(`((?:${quotation}[、和及]?)+)(${become})(${quotation})`, 'g'))].flatMap(
        ([, olds = '', verb = '', to = '']) =>
          splitPlaces(at).flatMap((each) =>
            (olds.match(new RegExp(quotation, 'g')) ?? []).map((old) => ({
              kind: 'words' as const,
              place: plain(each),
              from: quoted(old, quotations).join('\n'),
              to: quoted(to, quotations).join('\n'),
              ...(/统一|均|一律/.test(verb) || each === '全文' ? { all: true as const } : {}),
            })),
          ),
      ),
  ),
  rule(
    '第八条中的“甲”删去',
    `(?<at>${places}|其)(?:中|里)?的?(?<old>${quotation}(?:[、和及]${quotation})*)(?:予以)?删[去除]`,
    ({ at = '', old = '' }, quotations) => removeWords(at, old, quotations),
  ),
  rule(
    '删去第八条中的“甲”',
    `删[去除](?<at>${places}|其)(?:中|里)?的?(?<old>${quotation}(?:[、和及]${quotation})*)`,
    ({ at = '', old = '' }, quotations) => removeWords(at, old, quotations),
  ),
  rule(
    '第九条修改为:“…”',
    `(?<at>${place})(?:的内容)?(?:修改|改|调整|修订)为[:,]?(?<new>${quotation})`,
    ({ at = '', new: mark = '' }, quotations) => [
      { kind: 'replace', place: plain(at), lines: withoutMarker(plain(at), quoted(mark, quotations)) },
    ],
  ),
  rule('附件2替换为…', `(?<at>${whole})(?:修改|替换|调整|更换|修订)为(?!“)[^。;]*`, ({ at = '' }) => [
    { kind: 'replace', place: plain(at) },
  ]),
  rule(
    '以本决定所附的表替换附件2中的表1',
    `(?:以|用|由)[^。;,“”]{1,40}(?:替换|替代|代替|取代)(?<at>${whole})`,
    ({ at = '' }) => [{ kind: 'replace', place: plain(at) }],
  ),
  rule(
    '第十二条至第十四条依次改为第十三条至第十五条',
    `(?:原)?第(?<first>${number})条至第(?<last>${number})条(?:依次|分别|相应)?(?:改|调整|变更)为第(?<from>${number})条至第(?<to>${number})条`,
    ({ first = '', last = '', from = '', to = '' }) => renumberRange([first, last, from, to].map(readNumeral)),
  ),
  rule(
    '第十一条改为第十二条',
    `(?<at>(?:原)?${article})(?:相应)?(?:改|调整|变更)为(?:第)?(?<as>第${number}条(?:之${number})?)(?!第)`,
    ({ at = '', as = '' }) => [{ kind: 'renumber', place: plain(at), as }],
  ),
  rule(
    '增加一条,作为第十条:“…”',
    `(?:${article}(?:之)?[后前])?(?:中)?增加[一1]条[,]?作为(?<as>${article})[:,]?(?<new>${quotation})`,
    ({ as = '', new: mark = '' }, quotations) => [
      { kind: 'insert', adds: 'article', place: as, lines: withoutMarker(as, quoted(mark, quotations)) },
    ],
  ),
  rule(
    '第九条增加一款,作为第三款:“…”',
    `(?<at>${article}(?:第${number}款)?)(?:中|后)?增加[一1](?<unit>款|项)[,]?(?:作为(?<as>第${number}款|第\\(?${number}\\)?项))?[:,]?(?<new>${quotation})`,
    ({ at = '', as, new: mark = '' }, quotations) => [
      {
        kind: 'insert',
        adds: 'clause',
        place: at,
        ...(as === undefined ? {} : { as }),
        lines: withoutMarker(as ?? '', quoted(mark, quotations)),
      },
    ],
  ),
  rule('删去第五条', `删[去除](?<at>${places})(?!中|的)`, ({ at = '' }) => removePlaces(at)),
  rule('第五条删去', `(?<at>${places})(?:予以)?删[去除]`, ({ at = '' }) => removePlaces(at)),
  rule(
    '条文顺序相应调整',
    `(?:其他|其余|其后|以下|相关|后续)*(?:各)?(?:条款|条文|章节|条)?(?:的)?(?:顺序|序号|条文序号|条序)?(?:作)?相应(?:调整|顺延|修改)(?:其后|以下|条文|条款|的|顺序|序号)*`,
    () => [{ kind: 'adjust', place: '' }],
  ),
];

const removeWords = (at: string, old: string, quotations: readonly string[][]): AmendmentReading[] =>
  splitPlaces(at).flatMap((each) =>
    (old.match(new RegExp(quotation, 'g')) ?? []).map((mark) => ({
      kind: 'words' as const,
      place: plain(each),
      from: quoted(mark, quotations).join('\n'),
      to: '',
    })),
  );

const removePlaces = (at: string): AmendmentReading[] =>
  splitPlaces(at).map((each) => ({ kind: 'delete', place: plain(each) }));

function renumberRange([first, last, from, to]: (number | null)[]): AmendmentReading[] {
  if (first == null || last == null || from == null || to == null) return [];
  const count = last - first;
  if (count < 0 || count > 100 || to - from !== count) return [{ kind: 'unread', place: '' }];
  return Array.from({ length: count + 1 }, (_, at) => ({
    kind: 'renumber',
    place: `第${hanNumber(first + at)}条`,
    as: `第${hanNumber(from + at)}条`,
  }));
}

/** 115 is 一百一十五. */
export function hanNumber(value: number): string {
  const digits = [...'零一二三四五六七八九'];
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const digit = (at: number): string => digits[at] ?? '';
  const head = hundreds > 0 ? `${digit(hundreds)}百` : '';
  const middle = tens > 0 ? `${tens === 1 && head === '' ? '' : digit(tens)}十` : head && ones > 0 ? '零' : '';
  return head + middle + (ones > 0 ? digit(ones) : '');
}

/** “第八条  招牌设置…: the number in front of the new words is that of their place. */
function withoutMarker(at: string, [first = '', ...rest]: readonly string[]): string[] {
  const marker = new RegExp(`(?:第${number}条(?:之${number})?|[(（]${number}[)）])$`).exec(
    at.replace(/第\(?([^条款()第]{1,8})\)?项$/, '($1)'),
  )?.[0];
  if (marker === undefined) return [first, ...rest];
  const [, numeral = ''] = /[第(（]([^条)）]+)/.exec(marker) ?? [];
  const printed = marker.startsWith('第')
    ? `第\\s*${numeral}\\s*条(?:\\s*之\\s*[${hanNumeral}])?`
    : `[(（]\\s*${numeral}\\s*[)）]`;
  return [first.replace(new RegExp(`^${printed}[\\s　]*`), ''), ...rest];
}

const amends = /修改|修订|删|增加|改为|调整为|合并|替换/;
/** Without a place or words to give, a sentence changes nothing that could be shown. */
const namesPlace = /第[^。;条款项章]{1,6}[条款项章]|附件|附?表\d|“\d|标题|题目|全文/;
const joint = /^[,。;:]*(?:并且|并|同时|且)?/;
const followsOn = new RegExp(`^(?:修改|改)为[:,]?(${quotation})`);

/** Reads the clauses of a skeleton one after the other. */
export function readAmendments(words: string, quotations: readonly string[][]): AmendmentReading[] {
  const found: AmendmentReading[] = [];
  let left = words;
  let last = '';
  while (left !== '') {
    left = left.slice(joint.exec(left)![0].length);
    const [clause, readings] = readFirst(left, last, quotations);
    for (const reading of readings) found.push(reading);
    last = readings.at(-1)?.place || last;
    left = left.slice(Math.max(clause.length, left === '' ? 0 : 1));
  }
  return found;
}

function readFirst(left: string, last: string, quotations: readonly string[][]): [string, AmendmentReading[]] {
  // 第十一条改为第十二条,修改为:“…”
  const follows = followsOn.exec(left);
  if (follows && last !== '')
    return [follows[0], [{ kind: 'replace', place: last, lines: withoutMarker('', quoted(follows[1]!, quotations)) }]];
  for (const { words, read } of rules) {
    const match = words.exec(left);
    if (!match) continue;
    // 第九条修改为“…”的: the words go on.
    if (!/^(?:[,。;:]|$|原?第|并|以下|其)/.test(left.slice(match[0].length))) continue;
    const groups = { ...match.groups };
    if (groups.at === '其') groups.at = last;
    const readings = read(groups, quotations);
    if (readings.length > 0) return [match[0], readings];
  }
  const clause = /^[^。;]*/.exec(left)![0];
  return [clause, amends.test(clause) && namesPlace.test(clause) ? [{ kind: 'unread', place: '' }] : []];
}
