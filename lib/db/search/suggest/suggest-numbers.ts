import type { TypedNumber } from '@/lib/gazette';
import { simplifyAll } from '@/lib/search/text/traditional';
import { readTypedNumber } from '@/lib/search/near/typed-number';
import { listCodes, listNumberCandidates } from '@/lib/db/search/results/numbers';
import { query } from '@/lib/db/search/sql/pool';

/** Ids of documents that a typed number may mean. */
export interface NumberSuggestions {
  /** The number as read; null when it is none, but perhaps the beginning of a code. */
  typed: TypedNumber | null;
  /** Those whose number is or begins like this, 示政发〔2018〕5 → 5号, 50号, 51号; the likeliest first. */
  matching: number[];
  /** Those whose number is one slip away. */
  near: number[];
}

/** Suggests documents by the number in the search box, at most `limit` of each kind. */
export async function suggestNumbers(text: string, limit: number): Promise<NumberSuggestions> {
  const typed = readTypedNumber(text);
  if (!typed) return { typed, matching: await listByCode(simplifyAll(text).replace(/\s/gu, ''), limit), near: [] };
  const [candidates, further] = await Promise.all([listNumberCandidates(typed), listFurther(typed, text, limit)]);
  const same = candidates.filter(({ distance }) => distance === 0).map(({ id }) => id);
  const near = candidates.filter(({ distance }) => distance > 0).map(({ id }) => id);
  return { typed, matching: [...new Set([...same, ...further])].slice(0, limit), near: near.slice(0, limit) };
}

const CODE = /^[\p{Script=Han}A-Za-z]{2,24}$/u;
/** The end of a code; a word with it may be a misspelt code. */
const CODE_END = /(?:发|函|字|规|令|公告|通告)$/u;
const CODES_LIMIT = 20;

/** Lists the newest documents of the codes with a prefix, those of the code itself first. */
async function listByCode(code: string, limit: number): Promise<number[]> {
  if (!CODE.test(code)) return [];
  const codes = (await listCodes(code, CODES_LIMIT)).sort((one, other) => one.length - other.length);
  const asked = codes.length === 0 && CODE_END.test(code) ? [code] : codes.slice(0, limit);
  const lists = await Promise.all(asked.map(async (one) => listNumberCandidates({ agencyCode: one })));
  const whole = codes[0] === code ? (lists.shift() ?? []) : [];
  // One of each code, then the next of each, so that every code is listed.
  const rounds = Array.from({ length: limit }, (_, round) => lists.flatMap((list) => list[round] ?? []));
  return [...whole, ...rounds.flat()].map(({ id }) => id).slice(0, limit);
}

const FURTHER = `
  (SELECT "id" FROM "Document" WHERE "agencyCode" = $1 AND "year" = $2 AND "serial" = ANY($3::int[]) ORDER BY "serial" LIMIT $6)
  UNION ALL
  (SELECT "id" FROM "Document" WHERE $2::int IS NULL AND "agencyCode" = $1 AND "year" BETWEEN $4 AND $5
    ORDER BY "year" DESC, "serial" DESC LIMIT $6)`;

/** Lists documents whose number begins like an unfinished one. */
async function listFurther(typed: TypedNumber, text: string, limit: number): Promise<number[]> {
  const { agencyCode, year, serial } = typed;
  if (agencyCode === undefined || serial === undefined || serial > 999 || /[号號]/u.test(text)) return [];
  const years = year === undefined ? yearsFrom(serial) : null;
  const values = [
    agencyCode,
    year ?? null,
    year === undefined ? [] : numbersFrom(serial),
    years?.[0] ?? null,
    years?.[1] ?? null,
    limit,
  ];
  return (await query<{ id: number }>('number-further', FURTHER, values)).map(({ id }) => id);
}

/** 5 → 50 to 59, 500 to 599 */
const numbersFrom = (digits: number): number[] =>
  [10, 100].flatMap((tens) => Array.from({ length: tens }, (_, index) => digits * tens + index));

/** 201 → 2010 to 2019; null for what no year begins with. */
function yearsFrom(digits: number): [number, number] | null {
  const missing = 10 ** (4 - String(digits).length);
  const [from, to] = [digits * missing, digits * missing + missing - 1];
  return to >= 1949 && from <= 2199 ? [from, to] : null;
}
