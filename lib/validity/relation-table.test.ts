import { expect, test } from 'vitest';
import { listCitations, listSectionTexts, listValidityClauses, makeDocNumber } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { documentOfCase, table } from '@/lib/gazette/clauses/testing/validity-table';
import { kindOfRelation } from './relation-kind';
import { decidingDay } from './statement-days';
import { VALIDITY_RELATIONS } from './validity';

const asDate = (day: string | undefined | null): Date | null => (day ? new Date(day) : null);

/** `repeals 云政发〔2012〕5号 2023-07-01`: what a document states of others. */
function statedBy(document: ast.Document): string[] {
  const starts = listValidityClauses(document).filter(({ kind }) => kind === 'starts');
  const days = starts.flatMap(({ day }) => day ?? []).sort();
  return listCitations(listSectionTexts(document)).flatMap(({ citation, sentence, wordsAt }) => {
    const { relation, docNumber, through, title, value: words, locator = null, aliasDefinition } = citation;
    const known = VALIDITY_RELATIONS.find((each) => each === relation);
    if (!known || aliasDefinition || docNumber?.canonical === document.docNumber?.canonical) return [];
    const kind = kindOfRelation({ relation: known, sentence, words, wordsAt, locator }, document.title);
    const { day } = decidingDay(
      { kind: known, sentence, words, wordsAt },
      {
        signedOn: asDate(document.signedOn),
        publishedOn: asDate(document.publishedOn),
        printedOn: null,
        startsOn: asDate(days[0]),
        hasStart: starts.length > 0,
      },
    );
    const on = day?.toISOString().slice(0, 10) ?? 'null';
    // As rows are made: a range means each of its numbers.
    const serials = docNumber && through ? through.serial - docNumber.serial : 0;
    const named = docNumber
      ? Array.from({ length: serials + 1 }, (_, at) => makeDocNumber({ ...docNumber, serial: docNumber.serial + at }))
      : [];
    const names = docNumber ? named.map(({ canonical }) => canonical) : [title ?? ''];
    return kind === null ? [] : names.map((name) => `${kind} ${name} ${kind === 'extends' ? '' : on}`.trim());
  });
}

test('what a document says of others', () => {
  const wrong: string[] = [];
  const missed: string[] = [];
  let claims = 0;
  let facts = 0;
  for (const row of table) {
    const { right } = row;
    const expected = [
      ...(right.repeals ?? []).map(
        ({ number, title, part, from }) => `${part ? 'repealsPart' : 'repeals'} ${number ?? title} ${from}`,
      ),
      ...(right.extends ?? []).map(({ number, title }) => `extends ${number ?? title}`),
      ...(right.amends ?? []).map(({ number, title, from }) => `amends ${number ?? title} ${from}`),
    ];
    const said = [...new Set(statedBy(documentOfCase(row)))];
    claims += said.length;
    facts += expected.length;
    // A title or a number names the same document.
    const told = [...(right.repeals ?? []), ...(right.extends ?? []), ...(right.amends ?? [])];
    const known = said.map((each) =>
      told.reduce(
        (words, { number, title }) => (number && title ? words.replace(` ${title}`, ` ${number}`) : words),
        each,
      ),
    );
    said.splice(0, said.length, ...known);
    for (const each of said)
      if (!expected.includes(each))
        wrong.push(`${row.kind}: ${row.sentence} ${each} not ${expected.join()} ${JSON.stringify(row.accept ?? '')}`);
    for (const each of expected) if (!said.includes(each)) missed.push(`${row.kind}: ${row.sentence} ${each}`);
  }
  process.stdout.write(
    `relations: ${claims} claims, ${wrong.length} wrong, ${missed.length} of ${facts} missed\n${missed.join('\n')}\n`,
  );
  expect(wrong).toEqual([]);
  expect(1 - missed.length / facts).toBeGreaterThan(0.85);
}, 30_000);
