import type * as ast from '../ast';
import { keyOf } from '../words/chars';
import { findDate, readNumeral } from '../words/numbers';
import { fieldValue } from './portal';

const yearDigits = '[12]\\d{3}|[一二][〇○零一二三四五六七八九]{3}';
const serialDigits = '\\d{1,3}|[一二三四五六七八九十]{1,3}';
/** 第7号, and of an issue that bears two numbers 第7-8号, 第7、8期 (合刊). */
const serials = `(${serialDigits})(?:[、,~至—–-]第?(${serialDigits}))?[号期]`;
const issueNumber = new RegExp(`(?<!\\d)(${yearDigits})年?[,·第]{0,2}${serials}`);
const yearAlone = new RegExp(`^(${yearDigits})年?$`);
/** 2024·1 alone on a line. */
const dotted = /^([12]\d{3})[·•](\d{1,2})$/;
/** 2024年第1季度, 2024年3月号, 2024年春季号: the numbers of a gazette that appears by seasons or months. */
const seasonal = new RegExp(
  `(?<!\\d)(${yearDigits})年(?:第?([1-4一二三四])季度?|(春|夏|秋|冬)季|(\\d{1,2}|[一二三四五六七八九十]{1,2})月)[号刊卷]`,
);
const season = new RegExp(`(?<!\\d)(${yearDigits})年第?([1-4一二三四])季度?(?=$|\\(|总)`);
/** Issues beside the regular ones, and where their number stands. */
const editionKinds = '增刊|副刊|特刊|专刊|号外';
const special = new RegExp(
  `(?<!\\d)(${yearDigits})年?[,·]?(?:第?(${serialDigits})[号期])?(?:\\(?总第?\\d{1,5}[期号]\\)?)?\\(?(${editionKinds})\\)?(?:\\(?第?(${serialDigits})[号期]?\\)?(?!\\d|年))?`,
);
/** 公报增刊2024年第1期: the kind stands with the name. */
const specialName = new RegExp(
  `[公政]报》?\\(?(${editionKinds})\\)?(${yearDigits})年?[,·]?(?:第?(${serialDigits})[号期])?`,
);
/** 第4期(增刊) on a line of its own, the year on another. */
const specialAlone = new RegExp(
  `^\\(?(?:第?(${serialDigits})[号期])?\\(?(${editionKinds})\\)?(?:\\(?第?(${serialDigits})[号期]?\\)?)?(?=$|\\(|总)`,
);
const serialAlone = new RegExp(`^第${serials}(?=$|\\()`);
const totalNumber =
  /总(?:第|号:?|期数?:?)?(\d{1,5}|[一二三四五六七八九十百千零〇]{1,9})(?:[、,~至—–-]\d{1,5})?(?:[期号]|\)|$)/;
/** No issue bears more numbers than a year has months: further apart, two are no range. */
const longestRange = 12;
/** Name of a gazette: 公报, and 政报 as some provinces call it. */
export const gazetteName = /([\u4e00-\u9fff]{2,22}?)(公报|政报)/;

/** 市政府办公厅文件 示例政报: a running head names what the page holds, too. */
const sectionInFront = /^[\u4e00-\u9fff]{2,14}?(?:文件|选登|选载|规章)(?=[\u4e00-\u9fff]{2,20}(?:公报|政报))/;

/** Year, number and perhaps last number, on one line or on two: 2004 / 第6期. */
function numberOf(
  mastheads: readonly string[],
  texts: readonly string[],
): [year: string, number: string, last: string | undefined] | undefined {
  const together = [mastheads.join(''), ...texts].map((text) => issueNumber.exec(text)).find(Boolean);
  if (together) return [together[1]!, together[2]!, together[3]];
  const year =
    mastheads.map((text) => yearAlone.exec(text)?.[1]).find(Boolean) ??
    mastheads.map((text) => findDate(text)?.slice(0, 4)).find(Boolean);
  const serial = mastheads.map((text) => serialAlone.exec(text)).find(Boolean);
  return year && serial ? [year, serial[1]!, serial[2]] : readSeason(mastheads);
}

/** An issue beside the regular ones: 2024年增刊, 2024年第4期增刊, 2024·增刊1. */
function readEdition(
  mastheads: readonly string[],
  texts: readonly string[],
): Pick<ast.Issue, 'year' | 'number' | 'edition'> | undefined {
  const printed = [mastheads.join(''), ...texts];
  const named = printed.map((text) => specialName.exec(text)).find(Boolean);
  if (named) {
    const number = readNumeral(named[3] ?? '') ?? 0;
    return { year: readNumeral(named[2]!)!, number, edition: number > 0 ? `${named[1]!}第${number}号` : named[1]! };
  }
  const whole = printed.map((text) => special.exec(text)).find(Boolean);
  const alone = whole ? undefined : mastheads.map((text) => specialAlone.exec(text)).find(Boolean);
  const yearWords =
    whole?.[1] ?? mastheads.map((text) => yearAlone.exec(text)?.[1] ?? findDate(text)?.slice(0, 4)).find(Boolean);
  const year = yearWords === undefined ? null : readNumeral(yearWords);
  const [of, kind = '', own] = whole?.slice(2) ?? alone?.slice(1) ?? [];
  if (kind === '' || !year) return undefined;
  const number = readNumeral(of ?? own ?? '') ?? 0;
  return { year, number, edition: of ? `第${number}号${kind}` : own ? `${kind}第${number}号` : kind };
}

/** Year and number of a gazette that is counted by seasons or months, or as 2024·1. */
function readSeason(mastheads: readonly string[]): [year: string, number: string, last: undefined] | undefined {
  const plain = mastheads.map((text) => dotted.exec(text)).find(Boolean);
  if (plain) return [plain[1]!, plain[2]!, undefined];
  const text = mastheads.join('');
  const match = seasonal.exec(text) ?? season.exec(text);
  if (!match) return undefined;
  const ofSeason = match[3] === undefined ? undefined : String('春夏秋冬'.indexOf(match[3]) + 1);
  return [match[1]!, match[2] ?? ofSeason ?? match[4]!, undefined];
}

/** Who publishes a gazette that is named by its city alone: 示例市人民政府主办, 主办:示例市人民政府. */
function publisherIn(mastheads: readonly string[]): string | undefined {
  const named = mastheads
    .map((text) => /^(?:主管)?主办(?:单位)?:(.{3,24})$/.exec(text)?.[1] ?? /^(.{3,24}?)(?:主管)?主办$/.exec(text)?.[1])
    .find(Boolean);
  return named ?? undefined;
}

/**
 * Reads the issue from the masthead and the portal's block: 2023年第3号(总第128期).
 * @param mastheads keys of the masthead's lines
 * @param residue keys of page furniture, which may hold a date
 * @returns undefined where no gazette names its year and number
 */
export function readIssue(
  mastheads: readonly string[],
  fields: readonly ast.MetadataField[],
  residue: readonly string[],
): ast.Issue | undefined {
  const named = fields.filter((field) => /^(?:信息名称|标题|名称)$/.test(field.key)).map((field) => keyOf(field.value));
  const texts = [...mastheads, ...named];
  const name = texts.map((text) => gazetteName.exec(text.replace(sectionInFront, ''))).find(Boolean);
  const edition = readEdition(mastheads, texts);
  const number = edition ? undefined : numberOf(mastheads, texts);
  if (!name || !(edition ?? number)) return undefined;
  const year = edition?.year ?? readNumeral(number![0]);
  const serial = edition?.number ?? readNumeral(number![1]);
  if (!year || serial === null || (!edition && serial === 0)) return undefined;
  const last = number?.[2] === undefined ? null : readNumeral(number[2]);
  const isRange = last !== null && last > serial && last - serial < longestRange;
  const total = texts.map((text) => totalNumber.exec(text)).find(Boolean);
  const totalValue = total ? readNumeral(total[1]!) : null;
  const dated = (key: RegExp): string | null => findDate(fieldValue(fields, key) ?? '');
  const publishedOn =
    dated(/^发布日期$/) ??
    dated(/^发布时间$/) ??
    dated(/^公开日期$/) ??
    [...residue, ...mastheads].map((text) => findDate(/\d{4}-\d{1,2}-\d{1,2}/.exec(text)?.[0] ?? text)).find(Boolean);
  const publisher = name[2] === '公报' ? name[1]! : publisherIn(mastheads);
  return {
    title: `${name[0]}${year}年${edition?.edition ?? `第${isRange ? `${serial}-${last}` : serial}号`}`,
    year,
    number: serial,
    ...(edition ? { edition: edition.edition! } : {}),
    ...(isRange ? { lastNumber: last } : {}),
    ...(totalValue ? { totalNumber: totalValue } : {}),
    ...(publishedOn ? { publishedOn } : {}),
    ...(publisher ? { publisher } : {}),
  };
}
