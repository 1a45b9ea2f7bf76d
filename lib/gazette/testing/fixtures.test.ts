import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import { sketchOf, type Sketch } from './sketch';
import { fixtures, fixturesFolder } from './texts';

// A fixture is one habit of the sources. This rewrites the expectations; read the diff:
// `UPDATE=1 npm run test:unit -- lib/gazette/testing/fixtures`
// An expectation is what a careful reader would say, not what the parser happens to do.

const expectationPath = (name: string): string => path.join(fixturesFolder, `${name}.json`);

describe.each(fixtures)('the fixture $name', ({ name, text }) => {
  it('is read as its expectation says', () => {
    const sketch = sketchOf(parseGazette(text));
    if (process.env.UPDATE === '1') writeFileSync(expectationPath(name), `${JSON.stringify(sketch, null, 2)}\n`);
    const expected = JSON.parse(readFileSync(expectationPath(name), 'utf8')) as Sketch;
    expect(sketch).toEqual(expected);
  });
});
