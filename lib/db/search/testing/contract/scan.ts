import fc from 'fast-check';
import { expect, test } from 'vitest';
import { searchRequest } from '@/lib/addresses/search-params';
import { getClient } from '@/lib/db/client';
import { sectionNameSelect } from '@/lib/db/section-columns';
import { printedName } from '@/lib/gazette';
import { SORTS, type SearchEngine } from '@/lib/search/engine';
import { parseQuery } from '@/lib/search/query';
import { normalise } from '@/lib/search/text/normalise';

/** Tests that an engine finds what a scan of the small corpus finds. */
export function testScan(engine: () => SearchEngine): void {
  test('finds exactly what a plain scan finds', async () => {
    const sections = await getClient().section.findMany({
      select: {
        ...sectionNameSelect,
        address: true,
        text: true,
        document: { select: { title: true, slug: true, orderedOn: true, municipality: { select: { slug: true } } } },
      },
    });
    const titles = new Set(sections.map(({ document }) => document.title));
    const stretches = sections
      .flatMap(({ text, document, ...name }) => [printedName(name), text, document.title])
      .filter((text) => text.length > 3);
    const piece = fc
      .tuple(fc.constantFrom(...stretches), fc.nat(), fc.integer({ min: 1, max: 8 }))
      .map(([text, start, length]) => text.slice(start % text.length, (start % text.length) + length));
    const minus = fc.constantFrom('', '', '', '-');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(minus, piece), { minLength: 1, maxLength: 3 }),
        fc.nat(2),
        fc.constantFrom(undefined, 'shili', 'yangli'),
        fc.constantFrom(undefined, 2022, 2023),
        fc.constantFrom(...SORTS),
        async (pieces, joined, municipality, year, sort) => {
          const q = pieces.map(([sign, text], at) => `${sign}"${text}"${at < joined ? '|' : ' '}`).join('');
          const { words, excluded } = parseQuery(q);
          fc.pre(words.length > 0);
          const has = (text: string) =>
            words.every(({ typed }) => typed.some((word) => text.includes(word))) &&
            !excluded.some((word) => text.includes(word));
          const expected = sections.filter(({ text, document, ...section }) => {
            const name = printedName(section);
            const own = titles.has(name) && name === document.title ? '' : normalise(name);
            return (
              has(`${own}\n${normalise(text)}`) &&
              (!municipality || document.municipality.slug === municipality) &&
              (!year || document.orderedOn.getUTCFullYear() === year)
            );
          });
          const filter = {
            q,
            sort,
            page: 1,
            ...(municipality ? { municipality } : {}),
            ...(year ? { from: `${year}-01-01`, to: `${year}-12-31` } : {}),
          };
          const results = await engine().search(searchRequest(filter));
          if (results.by !== 'words') return;
          expect(results.total.sections).toBe(expected.length);
          const listed: string[] = [];
          for await (const batch of engine().listHits(searchRequest(filter), 1000))
            for (const { document, section } of batch) if (section) listed.push(`${document.slug} ${section.address}`);
          expect(listed.sort()).toEqual(expected.map(({ document, address }) => `${document.slug} ${address}`).sort());
        },
      ),
      { numRuns: 60 },
    );
  });
}
