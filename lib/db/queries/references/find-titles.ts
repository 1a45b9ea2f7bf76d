import 'server-only';
import { innerTitles } from '@/lib/gazette';
import { query } from '@/lib/db/search/sql/pool';
import { readHeldScheme } from '@/lib/db/search/planner/held-scheme';
import { titleDistance, titleForms, type RoughForms } from '@/lib/references/rough-title';
import { gramsWithoutOne } from '@/lib/search/near/misspelt';
import { codesOfWords } from '@/lib/search/text/grams';
import { titleKey } from '@/lib/search/text/title-key';
import { normalise } from '@/lib/search/text/normalise';
import { splitWords } from '@/lib/search/text/split-words';
import type { NamedMunicipality } from './context';

/** A held document whose title may have been typed. */
interface TitleCandidate {
  id: number;
  municipalityId: number;
  title: string;
  /** The part of the document that has the title; null for its own. */
  part: string | null;
}

/** What bears a typed title. */
export interface FoundTitle {
  /** The title, or nearly so: one place is meant. */
  sure: TitleCandidate[];
  /** Titles that have the words, others between them. */
  offered: TitleCandidate[];
  /** The number by which documents cite the title, where none is held. */
  citedNumber: string | null;
}

const COLUMNS = '"id", "municipalityId", "title", NULL AS part';
const BY_KEY = `
  (SELECT ${COLUMNS} FROM "Document" WHERE "titleKey" = ANY($1) LIMIT 50)
  UNION (SELECT ${COLUMNS} FROM "Document" WHERE "issuedTitleKey" = ANY($1) LIMIT 50)`;
const BY_GRAMS = `SELECT ${COLUMNS} FROM "Document" WHERE "titleGrams" @> $1::int[] LIMIT 100`;
const BY_PART = `
  SELECT document."id", document."municipalityId", section."heading" AS title, section."address" AS part
  FROM "Section" section JOIN "Document" document ON document."id" = section."documentId"
  WHERE section."headingGrams" @> $1::int[] AND section."kind" = 'part' LIMIT 50`;
const CITED = `
  SELECT citation."docNumber", citation."title"
  FROM (SELECT "id" FROM "Section" WHERE "grams" @> $1::int[] LIMIT 100) section
  JOIN "Citation" citation ON citation."sectionId" = section."id"
  WHERE citation."docNumber" IS NOT NULL AND citation."title" IS NOT NULL LIMIT 1000`;

/** Words of more characters stand in few headings. */
const LONG = 5;
/** A title of fewer characters, frame and place taken off, is that of too many documents. */
const shortestCore = 4;

/**
 * Finds held documents, and parts of them, by a title as it is remembered.
 * @param isNamed it was typed as a title: in 《》, or with a part behind it
 */
export async function findTitle(
  title: string,
  isNamed: boolean,
  at: NamedMunicipality | undefined,
): Promise<FoundTitle> {
  const typed = titleForms(title);
  const keys = [typed.key, ...(at ? [at.name + typed.key] : [])].filter((key) => key !== '');
  const exact = await query<TitleCandidate>('reference-titles', BY_KEY, [keys]);
  const all = exact.length > 0 && !isNamed ? exact : [...exact, ...(await listNear(typed, title, isNamed))];
  const { sure, offered } = sortOut(typed, all, isNamed);
  if (sure.length > 0) return { sure: preferOwn(sure, at), offered: [], citedNumber: null };
  return {
    sure: [],
    offered: preferOwn(offered, at).slice(0, 5),
    citedNumber: await findCitedNumber(title, keys),
  };
}

/** Finds the number with which sections cite a title; null where they differ. */
async function findCitedNumber(title: string, keys: readonly string[]): Promise<string | null> {
  const codes = codesOfWords([normalise(title)], await readHeldScheme());
  if (codes.length < shortestCore) return null;
  const rows = await query<{ docNumber: string; title: string }>('reference-cited-title', CITED, [codes]);
  const numbers = new Set(rows.filter((row) => keys.includes(titleKey(row.title))).map(({ docNumber }) => docNumber));
  return numbers.size === 1 ? [...numbers][0]! : null;
}

async function listNear({ placeless }: RoughForms, title: string, isNamed: boolean): Promise<TitleCandidate[]> {
  if ([...placeless].length < shortestCore) return [];
  const scheme = await readHeldScheme();
  const pieces = splitWords(normalise(placeless)).filter((word) => [...word].length > 1);
  const quoted = normalise(title.replace(/[《》]/gu, ''));
  // Mere words with a wrong character are respelt where they find nothing (findAlternatives).
  const misspelt = isNamed ? gramsWithoutOne(placeless, scheme) : [];
  const inPieces = pieces.length > 1 ? [codesOfWords(pieces, scheme)] : [];
  const sets = [codesOfWords([placeless], scheme), ...misspelt, ...inPieces].filter((codes) => codes.length > 0);
  const exact = [codesOfWords([quoted], scheme)];
  // Headings are many: mere words are looked for there only where few can have them.
  const partSets = isNamed ? [...exact, ...misspelt, ...inPieces] : [...quoted].length > LONG ? exact : [];
  const lists = await Promise.all([
    ...sets.map((codes) => query<TitleCandidate>('reference-title-grams', BY_GRAMS, [codes])),
    ...partSets
      .filter((codes) => codes.length > 3)
      .map((codes) => query<TitleCandidate>('reference-part-grams', BY_PART, [codes])),
  ]);
  return lists.flat();
}

/** Sorts candidates by how far their titles are from the typed one. */
function sortOut(
  typed: RoughForms,
  candidates: readonly TitleCandidate[],
  isNamed: boolean,
): { sure: TitleCandidate[]; offered: TitleCandidate[] } {
  const best = new Map<number, { candidate: TitleCandidate; distance: number }>();
  for (const candidate of candidates) {
    const titles = [candidate.title, ...(candidate.part === null ? innerTitles(candidate.title) : [])];
    for (const title of titles.filter((each) => each !== '')) {
      const held = titleForms(title);
      const distance = titleDistance(typed, held) ?? (isShortened(typed.placeless, held.placeless) ? 4 : null);
      const known = best.get(candidate.id);
      if (distance !== null && (!known || distance < known.distance)) best.set(candidate.id, { candidate, distance });
    }
  }
  const ranked = [...best.values()].sort((one, other) => one.distance - other.distance);
  const nearest = ranked[0]?.distance ?? 9;
  const found = ranked.filter(({ distance }) => distance === nearest).map(({ candidate }) => candidate);
  const isSure = nearest <= 2 || (isNamed && (nearest === 3 || found.length === 1) && isMostOf(typed, found[0]));
  return isSure ? { sure: found, offered: [] } : { sure: [], offered: ranked.map(({ candidate }) => candidate) };
}

/** Whether a typed title has most of the characters of the held one. */
const isMostOf = ({ placeless }: RoughForms, candidate: TitleCandidate | undefined): boolean =>
  candidate !== undefined &&
  [candidate.title, ...innerTitles(candidate.title)].some(
    (title) => [...placeless].length >= 0.6 * [...titleForms(title).placeless].length,
  );

/** Typed words leave out some of the held title: all their characters stand there in order. */
function isShortened(typed: string, held: string): boolean {
  const letters = [...typed];
  if (letters.length < shortestCore || letters.length < [...held].length / 2.5) return false;
  let at = -1;
  return letters.every((character) => (at = held.indexOf(character, at + 1)) >= 0);
}

const preferOwn = (candidates: TitleCandidate[], at: NamedMunicipality | undefined): TitleCandidate[] => {
  const own = candidates.filter(({ municipalityId }) => municipalityId === at?.id);
  return own.length > 0 ? own : candidates;
};
