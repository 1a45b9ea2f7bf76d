import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mutantsOf, mutated } from './mutants';

describe('changes of one token', () => {
  it('turn conditions, comparisons, numbers and words of truth, and no types', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'mutants-'));
    const file = path.join(folder, 'a.ts');
    const text = "import { b } from './b2';\ntype Two = 2;\nif (b >= 2 && !c) d = 'x' + 1.5 - 3;\nconst e = true;\n";
    writeFileSync(file, text);
    const found = mutantsOf(file);
    rmSync(folder, { recursive: true });
    expect(found.map(({ line, was, becomes }) => `${line} ${was} ${becomes}`)).toEqual([
      '3 b >= 2 && !c !(b >= 2 && !c)', '3 && ||', '3 >= >', '3 2 3', '3 !c c', '3 - +', '3 1.5 1.6', '3 3 4', '4 true false',
    ]); // prettier-ignore
    expect(mutated(text, found[1]!)).toContain('if (b >= 2 || !c) d');
  });
});
