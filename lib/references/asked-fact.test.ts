import { expect, test } from 'vitest';
import type { Fact } from '@/lib/key-facts/facts';
import { listSubjectKeys } from '@/lib/key-facts/subject-keys';
import { chooseAnswers, readAskedFact } from './asked-fact';
import table from './testing/right-cards.json';

const places = [
  { slug: 'yunzhou', name: '云州市' },
  { slug: 'heyang', name: '河阳市' },
];
const held = table.facts.map(({ card, municipality, state, kind, subject }) => ({
  card,
  municipality,
  state,
  orderedOn: new Date('2031-01-01'),
  sentence: subject,
  keys: listSubjectKeys(factOf(kind, subject)),
}));

/** Answers a query from the facts of the table, as the database does. */
function answer(query: string): string[] {
  const asked = readAskedFact(query, places);
  if (!asked) return [];
  const place = places.find(({ slug }) => slug === asked.municipality)?.name;
  const found = held.filter(
    ({ keys, municipality }) => keys.includes(asked.key) && (place === undefined || municipality === place),
  );
  return chooseAnswers(found)
    .filter(({ state }) => state === 'inForce')
    .map(({ card }) => card);
}

test('a query gets the cards that a careful reader would give it, and no other', () => {
  const wrong: string[] = [];
  const missed: string[] = [];
  for (const { query, cards } of table.queries as { query: string; cards: string[] }[]) {
    const found = answer(query);
    wrong.push(...found.filter((card) => !cards.includes(card)).map((card) => `${query} → ${card}`));
    missed.push(...cards.filter((card) => !found.includes(card)).map((card) => `${query} → ${card}`));
  }
  console.log(`answers: ${wrong.length} wrong cards, missed ${missed.length}: ${missed.join('; ')}`);
  expect(wrong).toEqual([]);
  expect(missed).toEqual([]);
});

test('most queries of the table have no card', () => {
  expect(table.queries.length).toBeGreaterThanOrEqual(60);
  expect(table.queries.filter(({ cards }) => cards.length === 0).length).toBeGreaterThanOrEqual(35);
});

function factOf(kind: string, subject: string): Fact {
  const said = { subject, sentence: subject };
  if (kind === 'telephone') return { kind, numbers: '0999-1234567', ...said };
  if (kind === 'deadline') return { kind, day: '2031-04-15', ...said };
  const amount = { from: [], to: ['1'], bound: null, unit: '元', difference: null, since: null, condition: null };
  return { kind: 'amount', ...amount, ...said };
}
