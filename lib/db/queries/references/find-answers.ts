import 'server-only';
import type { SearchFilter } from '@/lib/addresses/search-params';
import { Prisma } from '@/lib/db/generated/client';
import { factOfRow } from '@/lib/db/queries/documents/stored-facts';
import { runStatement } from '@/lib/db/search/sql/pool';
import { validitySql } from '@/lib/db/search/sql/validity-sql';
import type { PathStep } from '@/lib/gazette';
import type { ShownFact } from '@/lib/key-facts/facts';
import { chooseAnswers, readAskedFact } from '@/lib/references/asked-fact';
import type { HitPlace } from '@/lib/search/engine';
import { isSearchTimeout, isSearchUnavailable } from '@/lib/search/errors';
import { calendarDay } from '@/lib/settings/today';
import type { ValidityState } from '@/lib/validity/validity';
import { findClauseState } from '@/lib/db/queries/validity/clause-states';
import { listNamedMunicipalities } from './context';

/** A fact that answers a question, with its proof. */
export interface FactAnswer {
  fact: ShownFact;
  document: {
    slug: string;
    title: string;
    docNumber: string | null;
    signedOn: Date | null;
    municipality: { slug: string; name: string; sample: boolean };
    validity: ValidityState;
  };
  section: HitPlace;
}

/** Facts of one name that are read: those of so many documents, the newest first. */
const READ = 40;

/**
 * Finds the facts that answer a search, at most three, by one statement.
 *
 * Nothing for a text that does not name a fact and its kind as a whole, for a search with filters
 * besides the place, and for a fact of a text, or a clause, that is not in force as it stands: one
 * whose first day has come by its own words, and of whose end nothing is known, is.
 */
export async function findAnswers(filter: SearchFilter): Promise<FactAnswer[]> {
  if (!isPlainQuestion(filter)) return [];
  try {
    const asked = readAskedFact(filter.q, await listNamedMunicipalities());
    if (!asked || (filter.municipality !== undefined && ![null, filter.municipality].includes(asked.municipality)))
      return [];
    const rows = await readRows(asked.key, asked.municipality ?? filter.municipality ?? null);
    // The newest text of a place is chosen before its state is looked at: no answer is what it
    // replaced.
    const chosen = chooseAnswers(rows.map((row) => ({ ...row, keys: row.subjectKeys }))).filter(
      ({ holds, fact }) => holds && !isAhead(fact),
    );
    const states = await Promise.all(chosen.map(async (row) => findClauseState(row.documentId, row.sectionAddress)));
    // What changed clauses say now is told by the amended text, not by this sentence.
    return states.some((state) => state !== null) ? [] : chosen.map(answerOf);
  } catch (error) {
    if (isSearchTimeout(error) || isSearchUnavailable(error)) return [];
    throw error;
  }
}

const isPlainQuestion = ({ q, municipality: _place, sort: _sort, page, ...others }: SearchFilter): boolean =>
  q !== '' && page === 1 && Object.keys(others).length === 0;

interface AnswerRow {
  documentId: number;
  kind: string;
  subject: string;
  sentence: string;
  address: string;
  subjectKeys: string[];
  fact: unknown;
  slug: string;
  title: string;
  docNumber: string | null;
  signedOn: Date | null;
  orderedOn: Date;
  municipality: string;
  municipalityName: string;
  sample: boolean;
  validity: ValidityState;
  holds: boolean;
  sectionAddress: string;
  partKind: string;
  marker: string;
  heading: string;
  path: PathStep[];
}

/** By its own words it took effect, and nothing held says that it ended. */
const hasBegun = Prisma.sql`coalesce((SELECT bool_and(clause."day" <= (now() AT TIME ZONE 'Asia/Shanghai')::date)
  FROM "ValidityClause" clause WHERE clause."documentId" = found."documentId" AND clause."kind" = 'starts'), false)`;

const readRows = (key: string, municipality: string | null): Promise<AnswerRow[]> =>
  runStatement<AnswerRow>(Prisma.sql`
    SELECT found.*, "validity" = 'inForce' OR ("validity" = 'unknown' AND ${hasBegun}) AS "holds" FROM (
      SELECT fact."documentId", fact."kind", fact."subject", fact."sentence", fact."address", fact."subjectKeys", fact."fact",
        document."slug", document."title", document."docNumber", document."signedOn", document."orderedOn",
        municipality."slug" AS "municipality", municipality."name" AS "municipalityName", municipality."sample",
        ${validitySql} AS "validity",
        section."address" AS "sectionAddress", section."partKind", section."marker", section."heading", section."path"
      FROM "KeyFact" fact
      JOIN "Document" document ON document."id" = fact."documentId"
      JOIN "Municipality" municipality ON municipality."id" = document."municipalityId"
      JOIN "Section" section ON section."id" = fact."sectionId"
      WHERE fact."subjectKeys" @> to_jsonb(${key}::text) AND (${municipality}::text IS NULL OR municipality."slug" = ${municipality}::text)
      ORDER BY document."orderedOn" DESC, fact."documentId" DESC, fact."position" LIMIT ${READ}
    ) found`);

/** Its sentence names a first day that has not come. */
const isAhead = (fact: unknown): boolean => {
  const { since } = fact as { since?: string | null };
  return typeof since === 'string' && new Date(`${since}T00:00:00Z`) > calendarDay(new Date());
};

const answerOf = (row: AnswerRow): FactAnswer => ({
  fact: factOfRow(row),
  document: {
    slug: row.slug,
    title: row.title,
    docNumber: row.docNumber,
    signedOn: row.signedOn,
    municipality: { slug: row.municipality, name: row.municipalityName, sample: row.sample },
    validity: row.validity,
  },
  section: {
    address: row.sectionAddress,
    kind: 'section',
    partKind: row.partKind,
    marker: row.marker,
    heading: row.heading,
    path: row.path,
  },
});
