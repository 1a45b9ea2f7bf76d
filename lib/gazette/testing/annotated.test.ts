import { describe, expect, it } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import { factKinds, factsOfAnnotation, factsOfTree } from './annotated';
import type { AnnotatedDocument, Facts } from './annotated';
import { documentsOf } from './invariants';
import { scoreOf } from './score';
import { annotatedTexts, annotationOf } from './texts';

// Fifty-four texts of many kinds, annotated by readers who had not seen the grammar (seven by one
// who had). Where the annotation and the grammar differ for good reasons it stays: what counts is
// that no change of the grammar loses what was found.

/** What must be found at least, of what was annotated, and what of the finds must be right. */
const floors: Record<(typeof factKinds)[number], { recall: number; precision: number }> = {
  document: { recall: 0.96, precision: 0.96 },
  part: { recall: 1, precision: 1 },
  addressee: { recall: 1, precision: 0.96 },
  heading: { recall: 0.996, precision: 0.992 },
  callout: { recall: 0.87, precision: 1 },
  citation: { recall: 0.97, precision: 0.91 },
  titleRef: { recall: 1, precision: 0.98 },
  cell: { recall: 0.96, precision: 0.94 },
};

describe('what readers annotated in whole texts', () => {
  const scores = annotatedTexts.map(({ name, text }) => {
    const wanted = factsOfAnnotation((annotationOf(name) as { documents: AnnotatedDocument[] }).documents);
    const got = factsOfTree(documentsOf(parseGazette(text).tree));
    return Object.fromEntries(factKinds.map((kind) => [kind, scoreOf(wanted[kind], got[kind])])) as Record<
      keyof Facts,
      ReturnType<typeof scoreOf>
    >;
  });

  it.each(factKinds)('%s: as much is found as before, and as much of it is right', (kind) => {
    const sum = (of: 'hit' | 'wanted' | 'got'): number => scores.reduce((total, score) => total + score[kind][of], 0);
    const recall = sum('hit') / sum('wanted');
    const precision = sum('hit') / sum('got');
    console.info(`annotated ${kind}: recall ${recall.toFixed(3)}, precision ${precision.toFixed(3)}`);
    expect(recall).toBeGreaterThanOrEqual(floors[kind].recall);
    expect(precision).toBeGreaterThanOrEqual(floors[kind].precision);
  });
});
