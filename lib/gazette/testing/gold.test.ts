import { describe, expect, it } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import { scoreOf, type Score } from './score';
import { documentsOf } from './invariants';
import { goldJson, hasGold, realText } from './texts';
import { factKinds, factsOfAnnotation, factsOfTree } from './annotated';
import type { AnnotatedDocument } from './annotated';

// What a careful human reader found in two of the real files, against what the parser finds.

const print = (name: string, kind: string, { hit, wanted, got }: Score): string =>
  `${name} ${kind}: recall ${(hit / wanted).toFixed(3)}, precision ${(hit / got).toFixed(3)} (${hit} of ${wanted}, ${got} found)`;

for (const name of ['000_f88b6e96d1ce0287', '003_6fffa44a20a38945'] as const) {
  describe.skipIf(!hasGold(name))(`what a reader annotated in ${name}`, () => {
    const gold = hasGold(name)
      ? factsOfAnnotation((goldJson(name) as { documents: AnnotatedDocument[] }).documents)
      : null;
    const found = hasGold(name) ? factsOfTree(documentsOf(parseGazette(realText(name)).tree)) : null;

    it.each(factKinds)('the parser finds every %s and no other', (kind) => {
      const score = scoreOf(gold![kind], found![kind]);
      if (score.wanted + score.got > 0) console.info(print(name, kind, score));
      expect({ missed: score.missed, surplus: score.surplus }).toEqual({ missed: [], surplus: [] });
    });
  });
}
