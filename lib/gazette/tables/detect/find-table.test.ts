import { describe, expect, it } from 'vitest';
import { readLines } from '@/lib/gazette/lines/read-lines';
import { Source } from '@/lib/gazette/source';
import { findTable, tableRules } from './find-table';
import type { TableSearch } from './table-rule';

/** A search in lines of which none belongs to anything else. */
function searchIn(text: string): TableSearch {
  const source = new Source(text);
  const lines = readLines(source);
  return {
    source,
    lines,
    to: lines.length,
    setting: { bodyIndent: 0, spaced: false },
    continuesOutline: () => false,
    isBoundary: () => false,
    likely: false,
  };
}

const found = (text: string, index = 0): ReturnType<typeof findTable> => {
  const search = searchIn(text);
  return findTable(search.lines, index, search.to, search);
};

const names = Object.keys(tableRules) as (keyof typeof tableRules)[];

describe('the rules that find tables', () => {
  it.each(names)('%s: its specimen is found by it from the first line to the last, and by no rule above it', (name) => {
    const { specimen } = tableRules[name];
    const search = searchIn(specimen);
    expect(names.find((each) => tableRules[each].find(search, 0) !== null)).toBe(name);
    // The rules remember what they looked at in vain: each search has lines of its own.
    expect(found(specimen)).toMatchObject({ from: 0, to: search.lines.length, caption: null });
  });

  it('find nothing in running text', () => {
    expect(found('各区要做好绿化工作。\n具体要求如下:\n一、种树。\n二、浇水。')).toBeNull();
  });

  it('take the lines above a table that name it for its caption', () => {
    expect(found(`浴室票价一览表\n(单位:元)\n${tableRules.lines.specimen}`)).toMatchObject({ caption: 0, from: 2 });
    expect(found(`项目\n${tableRules.lines.specimen}`), '项目 may be a head').toMatchObject({ caption: null });
  });

  it('see pipes only in a line that is numbered or long', () => {
    expect(found('一、甲 | 乙\n二、丙 | 丁')).toMatchObject({ layout: 'pipes' });
    expect(found('1.甲\t乙\t丙\n2.丁\t戊\t己\n3.庚\t辛\t壬')).toBeNull();
  });
});
