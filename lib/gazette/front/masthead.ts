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
const serialAlone = new RegExp(`^第${serials}(?=$|\\()`);
const totalNumber =
  /总(?:第|号:?|期数?:?)?(\d{1,5}|[一二三四五六七八九十百千]{1,7})(?:[、,~至—–-]\d{1,5})?(?:[期号]|\)|$)/;
/** No issue bears more numbers than a year has months: further apart, two are no range. */
const longestRange = 12;
/** Name of a gazette: 公报, and 政报 as some provinces call it. */
export const gazetteName = /([\u4e00-\u9fff]{2,22}?)(公报|政报)/;

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
  return year && serial ? [year, serial[1]!, serial[2]] : undefined;
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
  const name = texts.map((text) => gazetteName.exec(text)).find(Boolean);
  const number = numberOf(mastheads, texts);
  if (!name || !number) return undefined;
  const year = readNumeral(number[0]);
  const serial = readNumeral(number[1]);
  if (!year || !serial) return undefined;
  const last = number[2] === undefined ? null : readNumeral(number[2]);
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
    title: `${name[0]}${year}年第${isRange ? `${serial}-${last}` : serial}号`,
    year,
    number: serial,
    ...(isRange ? { lastNumber: last } : {}),
    ...(totalValue ? { totalNumber: totalValue } : {}),
    ...(publishedOn ? { publishedOn } : {}),
    ...(publisher ? { publisher } : {}),
  };
}
