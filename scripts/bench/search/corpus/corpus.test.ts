import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { readDocNumber } from '@/lib/gazette';
import { prepareRows } from '@/lib/db/ingest/rows/prepare-rows';
import type { PreparedDocument } from '@/lib/db/ingest/rows/prepared';
import { makeCorpus } from './corpus';
import { meanLength } from './language';
import { listMunicipalities } from './names';
import { hanNumeral } from './numerals';
import { makePlanter } from './planted';
import { rowsOfIssue, type CorpusSize } from './plan';
import { randomFrom, weighted, zipf } from '../random';
import { pairsOf } from '../queries/sample';
import { spellNumber } from '../queries/spellings';

const documentsOf = (size: CorpusSize): PreparedDocument[] =>
  [...makeCorpus(size).issues()].flatMap(({ tree, municipality }) => prepareRows(tree, municipality).documents);

// Long enough for frequencies, and made once.
const size = { sections: 3000, seed: 1 };
const corpus = makeCorpus(size);
const documents = documentsOf(size);
const rows = documents.flatMap(({ sections }) => sections);

const hashOf = (sections: number, seed: number): string => {
  const hash = createHash('sha256');
  for (const issue of makeCorpus({ sections, seed }).issues()) hash.update(JSON.stringify(issue));
  return hash.digest('hex').slice(0, 16);
};

describe('a made-up corpus', () => {
  test('is the same for the same seed, today and on every machine', () => {
    // Whoever changes it raises corpusVersion, so that databases are built anew.
    expect(hashOf(500, 1)).toBe('c40ee8f4566ea78a');
    expect(hashOf(500, 2)).not.toBe(hashOf(500, 1));
  });
  test.each([100, 777])('has exactly %i rows of sections', (sections) => {
    expect(documentsOf({ sections, seed: 1 }).flatMap((document) => document.sections)).toHaveLength(sections);
  });
  test('has exactly as many rows as planned, each with an address of its own', () => {
    expect(rows).toHaveLength(size.sections);
    for (const { sections } of documents)
      expect(new Set(sections.map(({ address }) => address)).size).toBe(sections.length);
  });
  test('holds every planted phrase in exactly as many sections as planned, and in no title', () => {
    const texts = rows.map(({ matchText }) => matchText);
    const found = corpus.planted.map(({ phrase }) => ({
      phrase,
      sections: texts.filter((text) => text.includes(phrase)).length,
    }));
    expect(found).toEqual(corpus.planted);
    expect(new Set(corpus.planted.map(({ sections }) => sections))).toEqual(new Set([1, 10, 100, 30, 600]));
    for (const { phrase } of corpus.planted)
      expect(documents.filter(({ columns }) => columns.matchTitle.includes(phrase))).toEqual([]);
  });
  test('breaks some planted phrases by a line break or a blank, as printed texts are', () => {
    const broken = rows.filter(({ text, matchText }) =>
      corpus.planted.some(({ phrase }) => matchText.includes(phrase) && !text.includes(phrase)),
    );
    expect(broken.length).toBeGreaterThan(20);
  });
  test('is of natural lengths: 271 Chinese characters on average, most sections shorter', () => {
    const lengths = rows.map(({ matchText }) => matchText.match(/\p{Script=Han}/gu)?.length ?? 0);
    const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
    expect(Math.abs(mean - meanLength)).toBeLessThan(0.1 * meanLength);
    expect(lengths.filter((length) => length < mean).length).toBeGreaterThan(0.55 * lengths.length);
  });
  test('has pairs of every frequency, from half of all sections down to one', () => {
    const counts = new Map<string, number>();
    for (const { matchText } of rows)
      for (const pair of pairsOf(matchText)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    const shares = [...counts.values()].sort((one, other) => other - one).map((count) => count / rows.length);
    expect(shares[0]).toBeGreaterThan(0.4);
    expect(shares[0]).toBeLessThan(0.77);
    expect(shares[99]).toBeGreaterThan(0.07);
    expect(shares[999]).toBeGreaterThan(0.01);
    expect(shares[999]).toBeLessThan(0.05);
    expect(shares.filter((share) => share === 1 / rows.length).length).toBeGreaterThan(shares.length / 3);
  });
  test('has attachments, tables and citations', () => {
    expect(rows.some(({ partKind }) => partKind === 'attachment')).toBe(true);
    expect(rows.some(({ kind }) => kind === 'table')).toBe(true);
    expect(rows.some(({ text }) => /按照\S+〔\d{4}〕\d+号执行/.test(text))).toBe(true);
  });
  test('goes on with further issues, each another one', () => {
    const [one, other] = [corpus.furtherIssue(0), corpus.furtherIssue(1)];
    const names = [...corpus.issues()].map(({ municipality, name }) => `${municipality} ${name}`);
    expect(names).not.toContain(`${one.municipality} ${one.name}`);
    expect(other.name).not.toBe(one.name);
    const { documents: further } = prepareRows(one.tree, one.municipality);
    expect(further.flatMap(({ sections }) => sections)).toHaveLength(rowsOfIssue);
  });
});

test('words are drawn by Zipf: the hundredth a tenth as often as the tenth', () => {
  const [draw, random] = [zipf(5000), randomFrom(1)];
  const counts = new Array<number>(5000).fill(0);
  for (let at = 0; at < 400_000; at++) counts[draw(random)]!++;
  expect(counts[9]! / counts[99]!).toBeGreaterThan(8);
  expect(counts[9]! / counts[99]!).toBeLessThan(12.5);
});
test('weights are kept', () => {
  const [draw, random] = [weighted([1, 0, 3]), randomFrom(7)];
  const counts = [0, 0, 0];
  for (let at = 0; at < 40_000; at++) counts[draw(random)]!++;
  expect(counts[1]).toBe(0);
  expect(counts[2]! / counts[0]!).toBeCloseTo(3, 0);
});
test.each([
  [1, 10],
  [7, 10],
  [10, 10],
  [333, 1000],
])('a phrase is planted in %i of %i sections', (count, sections) => {
  const plantedAt = makePlanter([{ phrase: '亍', sections: count }], sections);
  const places = Array.from({ length: sections }, (_each, ordinal) => plantedAt(ordinal)).filter(
    (phrases) => phrases.length > 0,
  );
  expect(places).toHaveLength(count);
});
test('municipalities have names of their own', () => {
  expect(new Set(listMunicipalities(300)).size).toBe(300);
});
test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [105, '一百零五'],
  [110, '一百一十'],
  [230, '二百三十'],
])('%i is printed as %s', (value, printed) => {
  expect(hanNumeral(value)).toBe(printed);
});
test('every spelling of a number is read as the number', () => {
  const document = {
    ...{ title: '', agency: '', genre: '', dateYear: 2018, municipality: '', municipalityName: '' },
    ...{ docNumber: '岚川政办发〔2018〕58号', agencyCode: '岚川政办发', year: 2018, serial: 58 },
  };
  const spellings = Array.from({ length: 8 }, (_each, way) => spellNumber(document, way));
  expect(new Set(spellings).size).toBe(8);
  for (const spelling of spellings) expect(readDocNumber(spelling), spelling).toMatchObject({ year: 2018, serial: 58 });
});
