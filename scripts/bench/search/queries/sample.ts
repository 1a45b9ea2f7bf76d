import { Client } from 'pg';
import { integer, type Random } from '../random';

/**
 * Sections of the filled database, from which queries are made up: what is searched for stands in
 * the texts.
 */
export interface Sample {
  sections: SampledSection[];
  /** Takes a pair of Han characters; gives the share of sampled sections that hold it. */
  shareOf: (pair: string) => number;
  /** All pairs of the sample. */
  pairs: string[];
}

export interface SampledSection {
  /** Normalised heading and text. */
  text: string;
  document: SampledDocument;
}

export interface SampledDocument {
  title: string;
  docNumber: string;
  agencyCode: string;
  agency: string;
  genre: string;
  year: number;
  serial: number;
  /** Year of its date. */
  dateYear: number;
  municipality: string;
  municipalityName: string;
}

const sampleSize = 6000;
const HAN_PAIR = /^\p{Script=Han}{2}$/u;

/** Reads some thousand sections; the same ones at every run. */
export async function readSample(url: string, sections: number, random: Random): Promise<Sample> {
  const count = Math.min(sampleSize, sections);
  const ids = new Set<number>();
  while (ids.size < count) ids.add(integer(random, 1, sections));
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ text: string } & SampledDocument>(
    `SELECT section."matchText" AS text, document."title", document."docNumber", document."agencyCode", document."agency", document."genre",
       document."year", document."serial", extract(year FROM document."orderedOn")::int AS "dateYear", municipality."slug" AS municipality, municipality."name" AS "municipalityName"
     FROM "Section" section
     JOIN "Document" document ON document."id" = section."documentId"
     JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
     WHERE section."id" = ANY($1) ORDER BY section."id"`,
    [[...ids]],
  );
  await client.end();
  const counts = new Map<string, number>();
  for (const { text } of rows) for (const pair of pairsOf(text)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return {
    sections: rows.map(({ text, ...document }) => ({ text, document })),
    shareOf: (pair) => (counts.get(pair) ?? 0) / rows.length,
    pairs: [...counts.keys()],
  };
}

export function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    if (HAN_PAIR.test(pair)) pairs.add(pair);
  }
  return pairs;
}
