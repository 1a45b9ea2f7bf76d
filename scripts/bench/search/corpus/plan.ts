import { listMunicipalities, pickAgency, type Agency } from './names';
import { integer, logNormal, randomFrom, seedOf, type Random } from '../random';

export interface CorpusSize {
  /** Rows of sections in all, exactly. */
  sections: number;
  seed: number;
}

/** An issue before its texts are written. */
export interface IssuePlan {
  municipality: string;
  year: number;
  number: number;
  totalNumber: number;
  /** `YYYY-MM-DD` */
  publishedOn: string;
  documents: DocumentPlan[];
}

export interface DocumentPlan {
  /** Of the texts of this document. */
  seed: number;
  agency: Agency;
  year: number;
  serial: number;
  signedOn: string;
  topic: number;
  /** Rows of sections, its parts and tables among them. */
  rows: number;
}

const municipalitiesOfMillion = 300;
const fewestMunicipalities = 3;
/** There are no names for many more. */
const mostMunicipalities = 700;
const firstYear = 2005;
const years = 20;
const rowsOfDocument = { mean: 40, spread: 0.7, least: 3, most: 400 };
/** Rows of an issue. */
export const rowsOfIssue = 240;
const topics = 60;
const millisecondsOfDay = 24 * 60 * 60 * 1000;

export const municipalityCount = ({ sections }: CorpusSize): number =>
  Math.min(
    mostMunicipalities,
    Math.max(fewestMunicipalities, Math.round((sections / 1_000_000) * municipalitiesOfMillion)),
  );

/**
 * Plans the issues, municipality by municipality, older issues first.
 * A portal takes over one archive after the other.
 */
export function* planCorpus(size: CorpusSize): Generator<IssuePlan> {
  const municipalities = listMunicipalities(municipalityCount(size));
  const shareAt = (at: number): number => Math.floor((at * size.sections) / municipalities.length);
  for (const [at, municipality] of municipalities.entries())
    yield* planMunicipality(municipality, shareAt(at + 1) - shareAt(at), randomFrom(seedOf(size.seed, municipality)));
}

function* planMunicipality(municipality: string, sections: number, random: Random): Generator<IssuePlan> {
  const issues = cutIntoIssues(sections, random);
  const serials = new Map<string, number>();
  const numbers = new Map<number, number>();
  for (const [at, rows] of issues.entries()) {
    const published = Date.UTC(firstYear, 0, 90) + ((at + 0.5) / issues.length) * years * 365 * millisecondsOfDay;
    const year = new Date(published).getUTCFullYear();
    const number = (numbers.get(year) ?? 0) + 1;
    numbers.set(year, number);
    yield {
      municipality,
      year,
      number,
      totalNumber: at + 1,
      publishedOn: dayOf(published),
      documents: rows.map((each) => planDocument(municipality, each, published, serials, random)),
    };
  }
}

/**
 * Another issue of the first municipality, behind all others: what an ingest adds to a filled
 * portal.
 */
export function planFurtherIssue({ seed }: CorpusSize, at: number, rows = rowsOfIssue): IssuePlan {
  const municipality = listMunicipalities(1)[0]!;
  const random = randomFrom(seedOf(seed, 'further', at));
  const year = firstYear + years + 1;
  const published = Date.UTC(year, 5, 30);
  const serials = new Map<string, number>();
  const cut: number[] = [];
  for (let left = rows; left > 0;) {
    const size = Math.min(left, documentSize(random));
    cut.push(size);
    left -= size;
  }
  return {
    municipality,
    year,
    number: at + 1,
    totalNumber: 9000 + at,
    publishedOn: dayOf(published),
    documents: cut.map((each) => planDocument(municipality, each, published, serials, random)),
  };
}

/** Gives for each issue the rows of its documents; together they are `sections`. */
function cutIntoIssues(sections: number, random: Random): number[][] {
  const issues: number[][] = [];
  let left = sections;
  while (left > 0) {
    const documents: number[] = [];
    for (let rows = 0; rows < rowsOfIssue - rowsOfDocument.mean / 2 && left > 0;) {
      const size = Math.min(left, documentSize(random));
      documents.push(size);
      rows += size;
      left -= size;
    }
    issues.push(documents);
  }
  return issues;
}

function documentSize(random: Random): number {
  const { mean, spread, least, most } = rowsOfDocument;
  return Math.max(least, Math.min(most, Math.round(logNormal(random, mean, spread))));
}

function planDocument(
  municipality: string,
  rows: number,
  published: number,
  serials: Map<string, number>,
  random: Random,
): DocumentPlan {
  const agency = pickAgency(random, municipality);
  const signed = published - integer(random, 5, 80) * millisecondsOfDay;
  const year = new Date(signed).getUTCFullYear();
  const series = `${agency.code} ${year}`;
  const serial = (serials.get(series) ?? 0) + 1;
  serials.set(series, serial);
  return {
    seed: Math.floor(random() * 2 ** 32),
    agency,
    year,
    serial,
    signedOn: dayOf(signed),
    topic: integer(random, 0, topics - 1),
    rows,
  };
}

const dayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
