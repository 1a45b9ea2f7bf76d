import { expect, test } from 'vitest';
import type * as ast from '@/lib/gazette/ast';
import type { Fact } from './facts';
import { findFacts } from './key-facts';
import { findTableFacts } from './table-facts';
import entries from './testing/right-facts.json';

interface Entry {
  text?: string;
  rows?: string[][];
  facts: string[];
  /** Why a careful reader finds no fact. */
  trap?: string;
}

const table: Entry[] = entries;

test('what is found in invented sentences and cells is what a careful reader finds, and nothing else', () => {
  const wrong: string[] = [];
  const missed: string[] = [];
  let right = 0;
  for (const entry of table) {
    const found = (entry.rows ? findTableFacts(tableOf(entry.rows)) : findFacts(entry.text!)).map(told);
    right += found.filter((fact) => entry.facts.includes(fact)).length;
    wrong.push(...found.filter((fact) => !entry.facts.includes(fact)).map((fact) => `${nameOf(entry)} → ${fact}`));
    missed.push(...entry.facts.filter((fact) => !found.includes(fact)).map((fact) => `${nameOf(entry)} → ${fact}`));
  }
  const all = table.reduce((sum, { facts }) => sum + facts.length, 0);
  console.log(`key facts: precision ${right}/${right + wrong.length}, recall ${right}/${all}`);
  if (missed.length > 0) console.log(`missed:\n${missed.join('\n')}`);
  expect(wrong).toEqual([]);
  expect(right / all).toBeGreaterThanOrEqual(0.95);
});

test('the table is large and more than half of it are traps', () => {
  const traps = table.filter(({ facts }) => facts.length === 0);
  expect(table.length).toBeGreaterThanOrEqual(120);
  expect(traps.length).toBeGreaterThanOrEqual(50);
  for (const { trap } of traps) expect(trap).toBeTruthy();
});

const nameOf = ({ text, rows }: Entry): string => text ?? JSON.stringify(rows);

/** Tells a fact as the table of right facts does. */
function told(fact: Fact): string {
  switch (fact.kind) {
    case 'amount': {
      const condition = fact.condition === null ? '' : `[${fact.condition}] `;
      const change = [fact.from, fact.to].filter((side) => side.length > 0).map((side) => side.join('/'));
      const since = fact.since === null ? '' : ` 自${fact.since}`;
      return `金额 ${condition}${fact.subject}: ${fact.bound ?? ''}${change.join('→')} ${fact.unit}${since}`;
    }
    case 'deadline':
      return `期限 ${fact.day}: ${fact.subject}`;
    case 'audience':
      return `对象 ${fact.subject}: ${fact.words}`;
    case 'responsible':
      return `责任 ${fact.role}${fact.subject === '' ? '' : ` ${fact.subject}`}: ${fact.units}`;
    case 'telephone':
      return `电话 ${fact.subject}: ${fact.numbers}`;
  }
}

function tableOf(rows: string[][]): ast.Table {
  const position = { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: 0 } };
  return {
    type: 'table',
    id: 'n-biao1',
    confidence: 'certain',
    columns: rows[0]!.length,
    position,
    children: rows.map((cells, row) => ({
      type: 'tableRow',
      position,
      children: cells.map((value, column) => ({
        type: 'tableCell',
        header: row === 0,
        column,
        rowSpan: 1,
        colSpan: 1,
        position,
        children: [{ type: 'paragraph', position, children: [{ type: 'text', value, position }] }],
      })),
    })),
  };
}
