import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findReferenceCorpus } from './reference-corpus';

/**
 * The texts that the grammar is tested on. Reading files is a matter of the tests: the grammar
 * itself reads none.
 */

export const fixturesFolder = path.join(import.meta.dirname, 'fixtures');
const sampleFolder = path.join(import.meta.dirname, '../../../prisma/sample-corpus');
/**
 * Reference files that are no part of the project: tests that use them are skipped by name where
 * they are absent.
 */
const realFolder = findReferenceCorpus();

export interface TestText {
  name: string;
  text: string;
}

const textsIn = (folder: string): TestText[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort()
        .map((name) => ({ name: name.replace(/\.txt$/, ''), text: readFileSync(path.join(folder, name), 'utf8') }))
    : [];

/** Fixtures: one habit of the sources each, written for the project. */
export const fixtures = textsIn(fixturesFolder);

/** The sample corpus of the invented 示例市. */
const sampleTexts = textsIn(sampleFolder);

/** One sample text by its name, `shili-2023-1`. */
export const sampleText = (name: string): string => readFileSync(path.join(sampleFolder, `${name}.txt`), 'utf8');

const realNames = [
  '000_f88b6e96d1ce0287',
  '001_3c735c8859fecd57',
  '002_07ec7a515533d5e3',
  '003_6fffa44a20a38945',
  '004_ded2a7bfeb3d78d6',
] as const;
export type RealName = (typeof realNames)[number];

// Without a reference corpus the paths lead nowhere, and the tests are skipped.
const realPath = (name: RealName): string => path.join(realFolder ?? 'none', `${name}.txt`);
/** What careful readers annotated lies in a folder beside the texts. */
const goldPath = (name: RealName): string => path.join(realFolder ?? 'none', '..', 'gold', `${name}.json`);

export const hasReal = (name: RealName): boolean => existsSync(realPath(name));
export const realText = (name: RealName): string => readFileSync(realPath(name), 'utf8');
export const hasGold = (name: RealName): boolean => hasReal(name) && existsSync(goldPath(name));
export const goldJson = (name: RealName): unknown => JSON.parse(readFileSync(goldPath(name), 'utf8'));

const annotatedFolder = path.join(import.meta.dirname, 'annotated');
/**
 * Whole texts of invented cities, with annotations.
 * Readers who did not know the grammar wrote and annotated them.
 */
export const annotatedTexts = textsIn(annotatedFolder);
export const annotationOf = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(annotatedFolder, `${name}.json`), 'utf8'));

/** Every text at hand: fixtures, sample corpus, and the real files where they are present. */
export const allTexts: TestText[] = [
  ...fixtures,
  ...sampleTexts,
  ...annotatedTexts,
  ...realNames.filter(hasReal).map((name) => ({ name, text: realText(name) })),
];

/** Names of the real files that are absent here. */
export const absentNames: RealName[] = realNames.filter((name) => !hasReal(name));
