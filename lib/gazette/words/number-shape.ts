import { endsAsCode, isSureCode } from './agency-codes';
import { fold } from './chars';
import { isDocYear, readNumberLine, yearBracket } from './doc-number';
import type { TypedNumber } from './typed-number';

const bracketedYear = new RegExp(`${yearBracket.open} ?(?:\\d{4}|\\d{2}|[^\\d ]{4}) ?年? ?${yearBracket.close}`);
/** Who issues 令, 公告 and 通告: what the name ends in. */
const issuer = /(?:国务院|主席|政府|部|委员会|委|局|厅|署|院|行|会|办公室|[省市县区州])(?:令|公告|通告)$/;
/** 2023-12 is rather a month than the twelfth document of 2023. */
const lastMonth = 12;

/**
 * Tells whether a typed text has the shape of a 文号 by itself.
 *
 * It is an agency code with a bracketed year, an issuer's 令 or 公告, or year and serial number with
 * 号. 24小时, A4纸, 三年行动, 十四五规划 2025 and 2023年高考 are words, unless their code is held.
 * @param typed what `readDocNumber` reads in it
 */
export function hasNumberShape(spelling: string, typed: TypedNumber): boolean {
  const text = fold(spelling);
  const { agencyCode: code, year, serial, form } = typed;
  const marked = /号/.test(text);
  const bracketed = bracketedYear.test(text);
  if (code === undefined) {
    if (year === undefined || serial === undefined) return false;
    return marked || bracketed || (serial > lastMonth && !isDocYear(serial));
  }
  if (code.includes('的')) return false;
  if (form !== 'bracketed')
    return serial !== undefined && (marked ? /^.{1,2}$/.test(code) || issuer.test(code) : issuer.test(code));
  if (year === undefined || serial === undefined) return isSureCode(code) && (marked || bracketed);
  if (!bracketed) return isSureCode(code) || (marked && endsAsCode(code));
  return endsAsCode(code) || isSureCode(code) || readNumberLine(text.replace(/ |文件?$/g, '')) !== null;
}
