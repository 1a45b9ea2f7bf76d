import 'server-only';
import { canonicalIssuer, isSureCode, makeDocNumber, type TypedNumber } from '@/lib/gazette';
import { toInt4 } from '@/lib/db/int4';
import { query } from '@/lib/db/search/sql/pool';
import type { TypedReference } from '@/lib/references/read-references';
import { listNamedMunicipalities, municipalityAtHead, type NamedMunicipality } from './context';

/** What is known of a typed number. */
export interface FoundNumber {
  /** As it is taken: its code may be cut out of a longer run of words. */
  typed: TypedNumber;
  /** Ids of the held documents that bear it, the newest first. */
  documents: number[];
  cited: boolean;
}

interface NumberRow {
  id: number | null;
  agencyCode: string;
  docNumber: string | null;
  agency: string | null;
  municipalityId: number | null;
}

// One bounded scan of an index each: of the codes, or of the years and the serial.
const COLUMNS = '"id", "agencyCode", "docNumber", "agency", "municipalityId"';
const BY_CODE = `
  SELECT ${COLUMNS} FROM "Document"
  WHERE "agencyCode" = ANY($1) AND ($2::int IS NULL OR "year" = $2) AND ($3::int IS NULL OR "serial" = $3)
  ORDER BY "orderedOn" DESC, "id" DESC LIMIT 50`;
const BY_SERIAL = `
  SELECT ${COLUMNS} FROM "Document"
  WHERE ("year" = ANY($1) OR ("year" IS NULL AND $5)) AND "serial" = $2 AND ($3::int IS NULL OR "municipalityId" = $3)
    AND ($4::text IS NULL OR "agency" = $4 OR "agency" LIKE '%' || $4)
  ORDER BY "orderedOn" DESC, "id" DESC LIMIT 50`;
const EARLIEST = 1949;
const YEARS = Array.from({ length: 2050 - EARLIEST }, (_, index) => EARLIEST + index);
const CITED = `
  SELECT NULL::int AS "id", "agencyCode", "docNumber", NULL AS "agency", NULL::int AS "municipalityId" FROM "CitedNumber"
  WHERE "agencyCode" = ANY($1) AND ($2::int IS NULL OR "year" = $2) AND "serial" = $3 LIMIT 20`;
const CODES = `
  SELECT code FROM unnest($1::text[]) AS code
  WHERE EXISTS (SELECT FROM "Document" WHERE "agencyCode" = code) OR ($2 AND EXISTS (SELECT FROM "CitedNumber" WHERE "agencyCode" = code))`;

interface Asked {
  codes?: readonly string[];
  year?: number | undefined;
  serial?: number | undefined;
  municipality?: NamedMunicipality | undefined;
  agency?: string | undefined;
}

/** Lists held documents by the parts of a number; none where neither code nor serial is known. */
async function listBearers({ codes, year, serial, municipality, agency }: Asked): Promise<NumberRow[]> {
  const number = serial === undefined ? null : toInt4(serial);
  if (codes) return query<NumberRow>('reference-by-code', BY_CODE, [codes, year ?? null, number]);
  if (number === null) return [];
  const years = year === undefined ? YEARS : [year];
  const values = [years, number, municipality?.id ?? null, agency ?? null, year === undefined];
  return query<NumberRow>('reference-by-serial', BY_SERIAL, values);
}

/**
 * Finds what a typed number means.
 * @param at the municipality in whose pages it was typed
 * @returns null where it is no number here
 */
export async function findHeldNumber(
  reference: TypedReference & { number: TypedNumber },
  at: NamedMunicipality | undefined,
): Promise<FoundNumber | null> {
  const number = wholeNumber(reference.number, at);
  const { agencyCode, year, serial } = number;
  if (reference.claim === 'municipality') return findPaper(reference, at);
  if (agencyCode === undefined) return asFound(number, await listBearers({ year, serial }), at);
  const codes = reference.claim === 'known code' ? [agencyCode] : endingsOf(agencyCode);
  const held = await listBearers({ codes, year, serial });
  const code = longestOf(held.map((row) => row.agencyCode));
  if (code !== undefined) {
    const own = held.filter((row) => row.agencyCode === code);
    // 令第7号 has no year where an order was typed with one.
    return asFound(withCode(number, code), own, at);
  }
  const cited =
    serial === undefined ? [] : await query<NumberRow>('reference-cited', CITED, [codes, year ?? null, toInt4(serial)]);
  const citedCode = longestOf(cited.map((row) => row.agencyCode));
  if (citedCode !== undefined && (number.canonical !== undefined || cited.length === 1))
    return { typed: withCode(number, citedCode), documents: [], cited: true };
  if (reference.claim === 'known code' || number.canonical === undefined) {
    const byAgency = await findByAgency(number, at);
    if (byAgency) return byAgency;
    const known = await knownCodes([agencyCode], number.canonical !== undefined);
    return known.length > 0 ? { typed: number, documents: [], cited: false } : null;
  }
  const short = number.form === 'bracketed' ? null : await findShortIssuer(number, at);
  if (short) return short;
  const known = longestOf(await knownCodes(codes, true)) ?? sureEnding(agencyCode);
  return { typed: withCode(number, known), documents: [], cited: false };
}

const knownCodes = async (codes: readonly string[], orCited: boolean): Promise<string[]> =>
  (await query<{ code: string }>('reference-codes', CODES, [codes, orCited])).map(({ code }) => code);

const longestOf = (codes: readonly string[]): string | undefined =>
  [...codes].sort((one, other) => other.length - one.length)[0];

/** 8号文, 市政府办9号文: a serial, and who issues; it says something inside a municipality alone. */
async function findPaper(
  { number, agency: written = '' }: TypedReference & { number: TypedNumber },
  at: NamedMunicipality | undefined,
): Promise<FoundNumber | null> {
  const named = municipalityAtHead(written, await listNamedMunicipalities());
  const municipality = named?.municipality ?? at;
  const agency = named?.rest ?? written;
  if (!municipality && number.year === undefined) return null;
  const rows = await listBearers({
    ...number,
    municipality,
    agency: agency === '' || !municipality ? undefined : officeName(agency, municipality.name),
  });
  return rows.length > 0 ? asFound(number, rows, municipality) : null;
}

/** A number whose code is the name of an office: 市政府办 2022 15. */
async function findByAgency(number: TypedNumber, at: NamedMunicipality | undefined): Promise<FoundNumber | null> {
  const { agencyCode = '', year, serial } = number;
  if (serial === undefined) return null;
  const named = municipalityAtHead(agencyCode, await listNamedMunicipalities());
  const municipality = named?.municipality ?? at;
  if (!municipality || !/(?:政府|办公?室?|局|委|委员会)$/.test(agencyCode)) return null;
  const agency = officeName(named?.rest ?? agencyCode, municipality.name);
  const rows = await listBearers({ year, serial, municipality, agency });
  return rows.length > 0 ? asFound({ ...(year === undefined ? {} : { year }), serial }, rows, municipality) : null;
}

/** 市政府令 without a municipality: the one order of this serial whose issuer ends so. */
async function findShortIssuer(number: TypedNumber, at: NamedMunicipality | undefined): Promise<FoundNumber | null> {
  const { agencyCode = '', year, serial } = number;
  const word = /(令|公告|通告)$/.exec(agencyCode)?.[1];
  if (word === undefined || serial === undefined) return null;
  const rows = await listBearers({ year, serial, municipality: at });
  const issuer = agencyCode.replace(/^[本各](?=.)/, '');
  const fitting = rows.filter((row) => row.agencyCode.endsWith(word) && hasInOrder(row.agencyCode, issuer));
  return fitting.length > 0 ? asFound(number, fitting, at) : null;
}

/** 城管局 of 城市管理局: all characters stand there in order, and the place is the same. */
function hasInOrder(long: string, short: string): boolean {
  const place = /^.{2,8}?[省市县区州]/.exec(short)?.[0] ?? '';
  let at = -1;
  return (
    (place.length < 3 || long.startsWith(place)) &&
    [...short].every((character) => (at = long.indexOf(character, at + 1)) >= 0)
  );
}

const asFound = (typed: TypedNumber, rows: readonly NumberRow[], at: NamedMunicipality | undefined): FoundNumber => {
  const own = rows.filter(({ municipalityId }) => municipalityId === at?.id);
  const chosen = own.length > 0 ? own : rows;
  return { typed, documents: chosen.flatMap(({ id }) => id ?? []), cited: false };
};

function withCode(number: TypedNumber, agencyCode: string): TypedNumber {
  const { form, serial } = number;
  if (form === undefined || serial === undefined || agencyCode === number.agencyCode) return number;
  const made = makeDocNumber({ ...number, form, agencyCode, serial });
  const { canonical, ...parts } = made;
  return number.canonical === undefined ? parts : { ...parts, canonical };
}

const shortestCode = 2;
/** Endings of a run of words that may be its code, and the code without a 字 added by habit. */
function endingsOf(code: string): string[] {
  const endings = Array.from({ length: Math.max(1, code.length - shortestCode + 1) }, (_, at) => code.slice(at));
  return [...endings, ...(code.endsWith('字') ? endings.map((ending) => ending.slice(0, -1)) : [])].filter(
    (ending) => ending.length >= Math.min(shortestCode, code.length),
  );
}

const inFront =
  /^.*(?:人民政府|办公[室厅]|委员会|[局委厅]|文件|请问|查一下|看看|有没有|下载|关于|的|了|问|查|找)(?=.{2})/;
/** The part of a run of words that has the shape of a code; the run where none has. */
function sureEnding(code: string): string {
  const rest = code.replace(inFront, '');
  return rest !== code && isSureCode(rest) ? rest : code;
}

/** 市政府令第7号 in 示例市 is 示例市人民政府令第7号; 公告〔2023〕2号 has no bracket in print. */
function wholeNumber(number: TypedNumber, at: NamedMunicipality | undefined): TypedNumber {
  const { agencyCode, serial } = number;
  if (agencyCode === undefined || serial === undefined) return number;
  const named = /(令|公告|通告)$/.exec(agencyCode)?.[1];
  if (named === undefined) return number;
  const form = named === '令' ? 'order' : 'announcement';
  const issuer = agencyCode.slice(0, -named.length);
  const isLocal =
    at !== undefined && (issuer === '' ? named === '令' : /^(?:本?[市县区州旗]|政府$|人民政府$)/.test(issuer));
  const full = isLocal ? officeName(issuer === '' ? '政府' : issuer, at.name) : issuer;
  const code = full === '' ? agencyCode : canonicalIssuer(full + named);
  const { canonical, ...parts } = makeDocNumber({ ...number, form, agencyCode: code, serial });
  return form === 'order' || number.year !== undefined ? { ...parts, canonical } : parts;
}

/** The full name of an office of a municipality: 市政府办 of 示例市 is 示例市人民政府办公室. */
function officeName(written: string, municipality: string): string {
  const office = written.replace(/^本?[市县区州旗](?=.)/, '').replace(/文件?$/, '');
  const plain = office.replace(/^(?:人民)?政府办(?:公室|公厅)?$/, '人民政府办公室').replace(/^政府$/, '人民政府');
  return canonicalIssuer(`${municipality}${plain}公告`).slice(0, -2);
}
