import { formerSpellings, type FormerSpelling } from './former-spellings';

/**
 * The search scheme: what the rows of a source file are found by, as words such as `pair:1`.
 *
 * Each source file is stored with the scheme of the program that made its rows. While rows of two
 * schemes are held, a search uses what both have; the text decides what is a hit, as always. So a
 * new release serves before the files are read anew, and a former one can go on.
 *
 * The number of a kind is raised when its codes get other numbers, or when some rows lack them:
 * then they are looked up only once all rows have them. `text` is the spelling of matchText and
 * matchTitle: see ./former-spellings.ts.
 */
const VERSIONS = {
  text: 1,
  character: 1,
  pair: 1,
  triple: 1,
  year: 1,
  month: 1,
  day: 1,
  municipality: 1,
  issue: 1,
  agency: 1,
  genre: 1,
  place: 1,
  document: 1,
  sound: 1,
} as const;

/** A kind of code by which rows are found. */
export type CodeKind = Exclude<keyof typeof VERSIONS, 'text'>;
const KINDS = Object.keys(VERSIONS).filter((kind) => kind !== 'text') as CodeKind[];

/** The scheme of the rows that this program makes. */
export const searchScheme = Object.entries(VERSIONS)
  .map(([kind, version]) => `${kind}:${version}`)
  .join(' ');

/** What a search can rely on in all rows that are held. */
export interface SharedScheme {
  /** Whether all rows have the codes of a kind, with the numbers that this program gives. */
  has: (kind: CodeKind) => boolean;
  /** Characters that some rows spell in another way; null where all are spelt alike. */
  spelling: FormerSpelling | null;
}

/** Gives what rows of several schemes have in common with those of this program. */
export function sharedScheme(schemes: readonly string[], spellings = formerSpellings): SharedScheme {
  const words = schemes.map((scheme) => scheme.split(' '));
  const shared = new Set(KINDS.filter((kind) => words.every((each) => each.includes(`${kind}:${VERSIONS[kind]}`))));
  const texts = words.flatMap((each) => each.filter((word) => word.startsWith('text:')));
  const former = [...new Set(texts)].flatMap((text) => spellings[text] ?? []);
  return { has: (kind) => shared.has(kind), spelling: former.length === 0 ? null : join(former) };
}

const join = (spellings: readonly FormerSpelling[]): FormerSpelling => ({
  from: spellings.map(({ from }) => from).join(''),
  to: spellings.map(({ to }) => to).join(''),
});

/** What rows of this program have: everything. */
export const ownScheme: SharedScheme = sharedScheme([searchScheme]);
