import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSearchParams } from '@/lib/addresses/search-params';
import { articleOfParagraph } from '@/lib/gazette';
import { getClient } from '@/lib/db/client';
import { resolveText } from '@/lib/db/queries/references/resolve-text';
import { searchAsMeant } from '@/lib/db/queries/references/understand-search';
import type { ReferredPlace, ResolvedReference } from '@/lib/references/resolved';
import type { HitDocument } from '@/lib/search/engine';

/** What is right to show first for a typed string; see the notes in typed-strings.json. */
type First =
  | { place: { number?: string; title?: string; path: string[] } }
  | { numberPage: string }
  | { notHeld: string }
  | { choose: string[] }
  | { list: { mustHave: string[]; first: string | null } }
  | { path: string }
  | { nothingClaimed: true };

interface Row {
  typed: string;
  kind: 'reference' | 'words' | 'question' | 'nonsense';
  inside: string | null;
  first: First;
  acceptable?: First[];
}

/** What the portal shows for a typed string. */
interface Shown {
  place?: { name: string; title: string; path: string[]; parts: string[] };
  absent?: string;
  choose?: string[];
  page?: string;
  offered: string[];
  hits: string[];
  claimsNumber: boolean;
}

const { rows } = JSON.parse(readFileSync(path.join(import.meta.dirname, 'typed-strings.json'), 'utf8')) as {
  rows: Row[];
};

/** Answers every row of the table, and says which are right. */
export async function typedStringsReport() {
  const results: { row: Row; right: boolean; isFalseClaim: boolean; shown: Shown }[] = [];
  for (const row of rows) {
    const shown = await show(row);
    const right = [row.first, ...(row.acceptable ?? [])].some((first) => fits(first, shown));
    results.push({ row, right, shown, isFalseClaim: !right && shown.claimsNumber && row.kind !== 'reference' });
  }
  const line = ({ row, shown }: (typeof results)[number]) =>
    `${row.kind}: ${row.typed.replaceAll('\n', '⏎')} (${row.inside ?? '-'}) wanted ${JSON.stringify(row.first)}, shown ${JSON.stringify(shown)}`;
  return {
    counts: (['reference', 'words', 'question', 'nonsense'] as const).map((kind) => {
      const own = results.filter(({ row }) => row.kind === kind);
      return { kind, rows: own.length, right: own.filter(({ right }) => right).length };
    }),
    wrong: results.filter(({ right }) => !right).map(line),
    falseClaims: results.filter(({ isFalseClaim }) => isFalseClaim).map(line),
  };
}

const nameOf = ({ docNumber, title }: HitDocument): string => docNumber ?? title;

async function show({ typed, inside }: Row): Promise<Shown> {
  const resolved = await resolveText(typed, inside === null ? undefined : 'shili');
  const hits = { offered: [] as string[], hits: [] as string[], claimsNumber: false };
  const [only, ...others] = resolved;
  if (only && others.length > 0) return { ...hits, choose: resolved.flatMap(namesOf), claimsNumber: true };
  if (only?.kind === 'place') return { ...hits, place: await shownPlace(only.place), claimsNumber: true };
  if (only?.kind === 'page') return { ...hits, page: only.href };
  if (only?.kind === 'absent') return { ...hits, absent: only.canonical, claimsNumber: true };
  if (only?.kind === 'several')
    return { ...hits, choose: [...new Set(namesOf(only))], hits: namesOf(only), claimsNumber: true };
  const { answer, apart } = await searchAsMeant(parseSearchParams({ q: typed }));
  return {
    offered: only ? namesOf(only) : [],
    hits: [
      ...(only ? namesOf(only) : []),
      ...(answer.number?.documents ?? []).map(nameOf),
      ...[...answer.documents, ...apart].map(({ document }) => nameOf(document)),
    ],
    claimsNumber: answer.number !== null,
  };
}

function namesOf(resolved: ResolvedReference): string[] {
  switch (resolved.kind) {
    case 'place':
      return [nameOf(resolved.place.document)];
    case 'several':
    case 'offered':
      return resolved.places.map(({ document }) => nameOf(document));
    case 'absent':
      return [resolved.canonical];
    case 'page':
      return [resolved.href];
  }
}

/** 专栏1 of its heading; a table without a printed number by its address. */
const nameOfDrawn = (heading: string, address: string): string =>
  /^(?:专栏|表) ?\d+/.exec(heading)?.[0].replace(' ', '') ??
  /biao\d+$/.exec(address)?.[0].replace('biao', '表') ??
  heading;

const wide = (marker: string): string => marker.trim().replaceAll('(', '（').replaceAll(')', '）');

async function shownPlace({ document, section }: ReferredPlace): Promise<NonNullable<Shown['place']>> {
  const named = { name: nameOf(document), title: document.title, path: [] as string[], parts: [] as string[] };
  if (!section) return named;
  const row = await getClient().section.findFirstOrThrow({
    where: {
      // Of a 款 the article around it.
      address: articleOfParagraph(section.address) ?? section.address,
      document: { slug: document.slug, municipality: { slug: document.municipality.slug } },
    },
  });
  type Step = { address: string; kind: string; marker: string; heading: string };
  const steps = [...(row.path as unknown as Step[]), row];
  const labels = steps.map(({ kind, marker, heading, address }) => ({
    isPart: kind === 'part' && !/^f/.test(address),
    label: marker === '' ? nameOfDrawn(heading, address) : wide(marker),
  }));
  return {
    ...named,
    path: labels.filter(({ isPart }) => !isPart).map(({ label }) => label),
    parts: labels.map(({ label }) => label),
  };
}

function fits(first: First, shown: Shown): boolean {
  if ('place' in first) {
    const { number, title, path: labels } = first.place;
    // A box is named without the numbered lines around it.
    const isDrawn = /^(?:专栏|表)/.test(labels.at(-1) ?? '');
    const same = (one: string[]) =>
      (isDrawn ? one.filter((label) => labels.includes(label)) : one).join(' / ') === labels.join(' / ') &&
      one.at(-1) === labels.at(-1);
    return (
      shown.place !== undefined &&
      (number === undefined ? shown.place.title === title : shown.place.name === number) &&
      (same(shown.place.path) || same(shown.place.parts))
    );
  }
  if ('numberPage' in first) return shown.absent === first.numberPage;
  if ('notHeld' in first) return shown.absent === first.notHeld;
  if ('path' in first) return shown.page === first.path;
  if ('choose' in first) return shown.choose !== undefined && sameNames(shown.choose, first.choose);
  if ('list' in first) {
    const listed = [...shown.hits, ...(shown.place ? [shown.place.name] : [])];
    const { mustHave, first: best } = first.list;
    return (
      mustHave.every((name) => listed.includes(name)) &&
      (best === null || listed[0] === best) &&
      shown.absent === undefined
    );
  }
  return !shown.claimsNumber && shown.page === undefined;
}

const sameNames = (one: readonly string[], other: readonly string[]): boolean =>
  [...new Set(one)].sort().join() === [...new Set(other)].sort().join();
