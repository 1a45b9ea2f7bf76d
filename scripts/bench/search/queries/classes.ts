import { pinyin } from 'pinyin-pro';
import type { SearchConditions, Sort } from '@/lib/search/engine';
import type { PlantedPhrase } from '../corpus/planted';
import { integer, pick, type Random } from '../random';
import { pairsOf, type Sample, type SampledDocument, type SampledSection } from './sample';
import { spellNumber } from './spellings';

/** What is typed, and where it is looked for. */
export interface Typed {
  q: string;
  /** Other words for the first one, as the table of synonyms would give them. */
  also?: string[];
  conditions?: SearchConditions;
  sort?: Sort;
  page?: number;
  /** A document that has to be found. */
  document?: SampledDocument;
  /** Sections that hold the words, where that was planned. */
  planted?: number;
}

export interface QueryClass {
  name: string;
  meaning: string;
  /**
   * Words, to be compared with a scan and with the yardstick; else a number, words of a title, the
   * beginning of anything, or words that find nothing and are taken as meant.
   */
  kind: 'words' | 'number' | 'title' | 'suggestion' | 'meant';
  make: (random: Random, material: QueryMaterial, at: number) => Typed;
}

export interface QueryMaterial {
  sample: Sample;
  planted: readonly PlantedPhrase[];
  characters: readonly string[];
  /** Pairs of characters in so many sections: 14 to 77 %, 0.3 to 5 %, hardly any. */
  hard: string[];
  common: string[];
  rare: string[];
  /** At most this share of sections has the last ones. */
  rarest: number;
}

const hardShare = { least: 0.14, most: 0.77 };
const commonShare = { least: 0.003, most: 0.05 };
const rareShare = 0.0006;

export function prepareMaterial(
  sample: Sample,
  planted: readonly PlantedPhrase[],
  characters: readonly string[],
): QueryMaterial {
  const within = (least: number, most: number): string[] =>
    sample.pairs.filter((pair) => sample.shareOf(pair) >= least && sample.shareOf(pair) <= most);
  // In a small corpus a pair of one section is no rarer than this.
  const rarest = Math.max(rareShare, 1 / sample.sections.length);
  return {
    sample,
    planted,
    characters,
    hard: within(hardShare.least, hardShare.most),
    common: within(Math.max(commonShare.least, 2 / sample.sections.length), commonShare.most),
    rare: within(0, rarest),
    rarest,
  };
}

const HAN_ONLY = /^\p{Script=Han}+$/u;

/** A stretch of so many Han characters of some section, and the section. */
function stretch(
  random: Random,
  { sample }: QueryMaterial,
  length: number,
): { words: string; section: SampledSection } {
  for (;;) {
    const section = pick(random, sample.sections);
    const at = integer(random, 0, Math.max(0, section.text.length - length));
    const words = section.text.slice(at, at + length);
    if (words.length === length && HAN_ONLY.test(words)) return { words, section };
  }
}

type Make = (random: Random, material: QueryMaterial, at: number) => { q: string; section?: SampledSection };

const words: Record<string, { meaning: string; make: Make }> = {
  one: {
    meaning: 'one character: half as they are met in texts, half any',
    make: (random, material, at) =>
      at % 2 === 0 ? { q: stretch(random, material, 1).words } : { q: pick(random, material.characters) },
  },
  hard: {
    meaning: 'two characters, in 14-77 % of all sections',
    make: (random, { hard }) => ({ q: pick(random, hard) }),
  },
  c2: { meaning: 'two characters, in 0.3-5 %', make: (random, { common }) => ({ q: pick(random, common) }) },
  c2rare: { meaning: 'two characters, in at most 0.06 %', make: (random, { rare }) => ({ q: pick(random, rare) }) },
  c4: {
    meaning: 'four characters of some section',
    make: (random, material) => {
      const { words: q, section } = stretch(random, material, 4);
      return { q, section };
    },
  },
  ph: {
    meaning: '6-10 characters of some section',
    make: (random, material) => {
      const { words: q, section } = stretch(random, material, integer(random, 6, 10));
      return { q, section };
    },
  },
  and2: {
    meaning: 'two words of two characters that stand in one section',
    make: (random, material) => {
      const { words: one, section } = stretch(random, material, 2);
      const other = stretch(random, { ...material, sample: { ...material.sample, sections: [section] } }, 2).words;
      return { q: `${one} ${other}`, section };
    },
  },
  none: {
    meaning: 'four characters that stand nowhere: two frequent pairs side by side, or rare characters',
    make: (random, { hard, sample, characters }, at) => {
      for (;;) {
        const q =
          at % 2 === 0
            ? pick(random, hard) + pick(random, hard)
            : Array.from({ length: 4 }, () => pick(random, characters)).join('');
        if (!sample.sections.some(({ text }) => text.includes(q))) return { q };
      }
    },
  },
};

/**
 * Limits by municipality, year and kind in turn, taken from the document that has the words or from
 * any.
 */
function limitTo({ municipality, dateYear, genre }: SampledDocument, at: number): SearchConditions {
  const year = { from: `${dateYear}-01-01`, to: `${dateYear}-12-31` };
  const limits: SearchConditions[] = [{ municipality }, year, { genre }, { municipality, ...year }];
  return limits[at % limits.length]!;
}

const anyDocument = (random: Random, { sample }: QueryMaterial): SampledDocument =>
  pick(random, sample.sections).document;

const wordClasses = Object.entries(words).map(([name, { meaning, make }]): QueryClass => ({
  name,
  meaning,
  kind: 'words',
  make: (...given) => ({ q: make(...given).q }),
}));
const filteredClasses = Object.entries(words).map(([name, { make }]): QueryClass => ({
  name: `${name}, filtered`,
  meaning: 'the same with a municipality, a year, a kind of document, or municipality and year',
  kind: 'words',
  make: (random, material, at) => {
    const { q, section } = make(random, material, at);
    return { q, conditions: limitTo(section?.document ?? anyDocument(random, material), at) };
  },
}));
const sortClasses = (['newest', 'oldest'] as const).map((sort): QueryClass => ({
  name: sort,
  meaning: `words of the classes hard, c2, c4 in turn, ${sort} first`,
  kind: 'words',
  make: (random, material, at) => ({ q: words[['hard', 'c2', 'c4'][at % 3]!]!.make(random, material, at).q, sort }),
}));

/** The kinds of words of which alternatives are taken in turn. */
const KINDS = ['hard', 'c2', 'c4', 'c2rare'] as const;
/** So many different words, of these kinds in turn. */
function alternatives(random: Random, material: QueryMaterial, at: number, count: number): string[] {
  const some = new Set<string>();
  for (let next = at; some.size < count; next++)
    some.add(words[KINDS[next % KINDS.length]!]!.make(random, material, next).q);
  return [...some];
}

const alternativeClasses: QueryClass[] = [
  {
    name: 'others',
    meaning: 'a word with three other words, of the classes hard, c2, c4, c2rare in turn',
    kind: 'words',
    make: (random, material, at) => {
      const [q = '', ...also] = alternatives(random, material, at, 4);
      return { q, also };
    },
  },
  {
    name: 'others, filtered',
    meaning: 'the same with a municipality, a year, a kind of document, or municipality and year',
    kind: 'words',
    make: (random, material, at) => {
      const [q = '', ...also] = alternatives(random, material, at, 4);
      return { q, also, conditions: limitTo(anyDocument(random, material), at) };
    },
  },
  {
    name: 'or',
    meaning: 'two to four of such words, of which any will do',
    kind: 'words',
    make: (random, material, at) => ({ q: alternatives(random, material, at, 2 + (at % 3)).join('|') }),
  },
  {
    name: 'or twice',
    meaning: 'one of two such words and one of two others in one section',
    kind: 'words',
    make: (random, material, at) => {
      const [one, two, three, four] = alternatives(random, material, at, 4);
      return { q: `${one}|${two} ${three}|${four}` };
    },
  },
];

/** Words of a title, as somebody remembers it. */
function titleWords(random: Random, { title }: SampledDocument): string {
  const [subject = title] = title
    .replace(/^.*?关于/u, '')
    .split(/[《》]/u)
    .sort((one, other) => other.length - one.length);
  const from = integer(random, 0, Math.max(0, subject.length - 6));
  return subject.slice(from, from + integer(random, 3, 6));
}

const meantClasses: QueryClass[] = [
  {
    name: 'question',
    meaning: 'words of a section with question words around and between them, half of them behind a city',
    kind: 'meant',
    make: (random, material, at) => {
      const { words: some, section } = stretch(random, material, 4);
      const more = stretch(random, { ...material, sample: { ...material.sample, sections: [section] } }, 2).words;
      return { q: `${at % 2 === 0 ? '请问' : section.document.municipalityName}${some}怎么${more}吗` };
    },
  },
  {
    name: 'pinyin',
    meaning: 'the sound of 2-4 characters of a title',
    kind: 'meant',
    make: (random, material, at) => {
      const some = titleWords(random, anyDocument(random, material)).slice(0, 2 + (at % 3));
      return { q: pinyin(some, { toneType: 'none', type: 'array', v: true }).join('') };
    },
  },
  {
    name: 'misspelt',
    meaning: '4-6 characters of a title, one of them wrong',
    kind: 'meant',
    make: (random, material) => {
      for (;;) {
        const characters = [...titleWords(random, anyDocument(random, material))];
        if (characters.length < 4) continue;
        characters[integer(random, 0, characters.length - 1)] = pick(random, material.characters);
        return { q: characters.join('') };
      }
    },
  },
];

/** A class is a row. */
export const classes: QueryClass[] = [
  ...wordClasses,
  ...filteredClasses,
  {
    name: 'planted',
    meaning: 'phrases planted in 1, 10, 100, 1,000 sections, in 1 % and in 20 %, and their beginnings',
    kind: 'words',
    make: (random, { planted }, at) => {
      const { phrase, sections } = planted[at % planted.length]!;
      return { q: phrase.slice(0, integer(random, 2, phrase.length)), planted: sections };
    },
  },
  {
    name: 'scattered',
    meaning: 'two words of one document that hardly stand in one section: one of its title, a rare one of a section',
    kind: 'words',
    make: (random, { sample, rarest }) => {
      for (;;) {
        const { text, document } = pick(random, sample.sections);
        const own = [...pairsOf(text)].filter((pair) => sample.shareOf(pair) <= rarest);
        if (own.length > 0) return { q: `${titleWords(random, document).slice(0, 2)} ${pick(random, own)}` };
      }
    },
  },
  {
    name: 'page 10',
    meaning: 'the tenth page of words of the class hard',
    kind: 'words',
    make: (random, material, at) => ({ ...words['hard']!.make(random, material, at), page: 10 }),
  },
  ...sortClasses,
  ...alternativeClasses,
  ...meantClasses,
  {
    name: 'number',
    meaning: 'a 文号 in eight spellings',
    kind: 'number',
    make: (random, material, at) => {
      const document = anyDocument(random, material);
      return { q: spellNumber(document, at), document };
    },
  },
  {
    name: 'title',
    meaning: '3-6 characters of a title, half of them with 标题:',
    kind: 'title',
    make: (random, material, at) => {
      const document = anyDocument(random, material);
      return { q: `${at % 2 === 0 ? '标题:' : ''}${titleWords(random, document)}`, document };
    },
  },
  {
    name: 'suggestions',
    meaning: 'beginnings of a number, of words of a title, of an agency, of any words, of pinyin',
    kind: 'suggestion',
    make: (random, material, at) => {
      const document = anyDocument(random, material);
      const title = titleWords(random, document);
      const whole = [
        spellNumber(document, at),
        title,
        document.agency,
        stretch(random, material, 4).words,
        pinyin(title, { toneType: 'none', type: 'array', v: true }).join(''),
      ][at % 5]!;
      return { q: whole.slice(0, integer(random, 1, whole.length)) };
    },
  },
];
