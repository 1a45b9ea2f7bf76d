import { describe, expect, it } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import {
  brokenContents,
  brokenIds,
  brokenNesting,
  brokenPoints,
  brokenTiling,
  brokenValues,
  documentsOf,
  idsOf,
} from './testing/invariants';
import { allTexts, realNames, hasReal } from './testing/texts';

describe.each(allTexts)('in the tree of $name', ({ text }) => {
  const { tree, messages } = parseGazette(text);

  it('every character with ink lies in exactly one leaf', () => {
    expect(brokenTiling(text, tree)).toEqual([]);
  });
  it('children lie inside their parent and apart from each other', () => {
    expect(brokenNesting(tree)).toEqual([]);
  });
  it('a leaf shows its stretch of the source, citations without layout', () => {
    expect(brokenValues(text, tree)).toEqual([]);
  });
  it('line and column agree with the offset', () => {
    expect(brokenPoints(text, tree)).toEqual([]);
  });
  it('nothing gets lost on the way through JSON', () => {
    expect(JSON.parse(JSON.stringify({ tree, messages }))).toEqual({ tree, messages });
  });
  it('addresses are unique in a document', () => {
    expect(brokenIds(tree)).toEqual([]);
  });
  it('every contents entry meets a document, or a message says that it does not', () => {
    expect(brokenContents(tree, messages)).toEqual([]);
  });
  it('line ends of other systems give the same addresses', () => {
    for (const end of ['\r\n', '\r']) {
      const other = parseGazette(text.replaceAll('\n', end)).tree;
      expect(documentsOf(other).map(idsOf)).toEqual(documentsOf(tree).map(idsOf));
    }
  });
});

it.each(realNames.filter((name) => !hasReal(name)))('%s is absent: its tree is not examined', (name) => {
  it.skip(name);
});
