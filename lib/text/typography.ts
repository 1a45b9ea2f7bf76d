/**
 * How stored text is shown: half-width punctuation between Han characters appears
 * full-width, as the printed gazette has it. One character for one, so that offsets, hits and
 * addresses hold; the stored text stays.
 */

const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！',
};

/**
 * Han characters and the punctuation that only stands beside them: 《 〔 。 “ and what this module has
 * already turned.
 */
const hanLike = /[\p{Script=Han}〇\u3001-\u301f\uff01-\uff0f\uff1a-\uff1f“”‘’—…]/u;
const mark = /[,:;()?!]/;

/** 本政发(2022)6号 and 本政发(2022) 6号: brackets of a number, which stay as they are written. */
const numberBrackets = /\(\d{4}\)(?=\s*第?\s*\d+\s*号)/g;

/**
 * Sets half-width marks full-width where they touch a Han character.
 * The length in UTF-16 units stays. Marks between figures or Latin letters stay (1,000 · 10:30 ·
 * a,b), brackets turn in pairs, those of a 文号 never.
 */
export function typesetText(text: string): string {
  if (!mark.test(text)) return text;
  const units = text.split('');
  const kept = new Set<number>();
  for (const match of text.matchAll(numberBrackets)) kept.add(match.index).add(match.index + 5);
  const partner = pairBrackets(units);

  const turn = (at: number): void => {
    if (kept.has(at) || !mark.test(units[at]!)) return;
    units[at] = fullWidth[units[at]!]!;
    const other = partner.get(at);
    if (other !== undefined) turn(other);
    // What is turned is Han-like itself: in 增加值(GDP):12 the colon follows its bracket.
    for (const beside of [at - 1, at + 1, ...(other === undefined ? [] : [other + 1])]) {
      if (touchesHan(units, beside)) turn(beside);
    }
  };
  units.forEach((_, at) => {
    if (touchesHan(units, at)) turn(at);
  });
  return units.join('');
}

/**
 * Typesets a sequence of texts as one, so that marks see both their sides.
 * @returns as many texts, of the same lengths
 */
export function typesetTexts(texts: readonly string[]): string[] {
  const shown = typesetText(texts.join(''));
  let at = 0;
  return texts.map((text) => shown.slice(at, (at += text.length)));
}

function touchesHan(units: readonly string[], at: number): boolean {
  const unit = units[at];
  if (unit === undefined || !mark.test(unit)) return false;
  return [units[at - 1], units[at + 1]].some((beside) => beside !== undefined && hanLike.test(beside));
}

/** Where each half-width bracket's partner stands. */
function pairBrackets(units: readonly string[]): Map<number, number> {
  const partner = new Map<number, number>();
  const open: number[] = [];
  units.forEach((unit, at) => {
    if (unit === '(') open.push(at);
    if (unit !== ')') return;
    const start = open.pop();
    if (start !== undefined) partner.set(start, at).set(at, start);
  });
  return partner;
}

/**
 * Cuts a title where it may break by sense: where the print broke it, after the agency, after 关于,
 * 印发, 、 and ”, before 《 “ and the closing 的通知. Takes the printed lines (or the whole title as one);
 * gives pieces that join to the title.
 */
export function splitTitle(lines: readonly string[]): string[] {
  return typesetTexts(lines)
    .flatMap((line) => line.split(senseBreak))
    .filter((piece) => piece !== '');
}

const senseBreak = new RegExp(
  [
    '(?<=人民政府|办公室|办公厅|委员会|[^办]公厅)(?=关于)',
    '(?<=关于|印发|转发|[、，；”》])(?![、，；。”》）])',
    '(?<=[^《“（])(?=[《“（〔])',
    '(?=的(?:通知|决定|意见|实施意见|批复|公告|通告|报告|函)$)',
    '(?<=.{4})(?=(?:实施方案|行动方案|工作方案|实施意见|管理办法|实施办法|实施细则|若干政策|专项规划|发展规划)》?)',
  ].join('|'),
  'u',
);
