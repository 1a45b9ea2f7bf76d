import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articlesIn, hanNumber, listAmendments, listArticleLines, parseGazette, wordsOfRun } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { linesOfUnits, listArticles, partWithArticles } from './articles';
import type { DecidedOperation } from './changes';
import { workIn } from './work-in';
import { makeWorkedInTree } from './worked-in-tree';

const documentIn = (lines: readonly string[]): ast.Document =>
  parseGazette(lines.join('\n')).tree.children.find((child) => child.type === 'document')!;
const close = ['　　示例市人民政府', '　　2021年4月1日'];

/** An article: its paragraphs, each with one word that nothing else has. */
type Plain = string[];
let words = 0;
const WORD = '甲乙丙丁戊己庚辛壬癸';
/** A word that stands nowhere else: 某甲乙丙物. */
const newWord = (): string => `某${[...String(words++)].map((digit) => WORD[Number(digit)]).join('')}物`;
const newParagraph = (): string => `蜂农应当登记${newWord()}并备案。`;
const wordOf = (paragraph: string): string => /某[^物]*物/.exec(paragraph)![0];

const steps = fc.record({
  kind: fc.constantFrom(
    'replace',
    'words',
    'delete',
    'add',
    'everywhere',
    'paragraph',
    'badWords',
    'badPlace',
    'noParagraph',
  ),
  pick: fc.nat(),
  size: fc.integer({ min: 1, max: 3 }),
});
type Step = typeof steps extends fc.Arbitrary<infer Value> ? Value : never;

/** Writes a decision and carries it out as a careful clerk would; each article is touched once. */
function write(articles: readonly Plain[], decision: readonly Step[]): { lines: string[]; after: (Plain | null)[] } {
  const after: (Plain | null)[] = articles.map((article) => [...article]);
  const lines: string[] = [];
  const touched = new Set<number>();
  const gone: number[] = [];
  let added: { at: number; article: Plain } | undefined;
  for (const { kind, pick, size } of decision) {
    const at = pick % articles.length;
    if (touched.has(at)) continue;
    touched.add(at);
    const article = after[at]!;
    const name = `第${hanNumber(at + 1)}条`;
    const fresh = Array.from({ length: size }, newParagraph);
    if (kind === 'replace') {
      lines.push(`将${name}修改为：“${fresh.join('\n　　“')}”`);
      after[at] = fresh;
    } else if (kind === 'words') {
      const paragraph = pick % article.length;
      const [old, next] = [wordOf(article[paragraph]!), newWord()];
      lines.push(`${name}第${hanNumber(paragraph + 1)}款中的“${old}”修改为“${next}”。`);
      article[paragraph] = article[paragraph]!.replace(old, next);
    } else if (kind === 'paragraph') {
      lines.push(`${name}增加一款，作为第${hanNumber(article.length + 1)}款：“${fresh[0]}”`);
      article.push(fresh[0]!);
    } else if (kind === 'everywhere') {
      // Each word stands in one article alone: 统一 changes no other.
      const [old, next] = [wordOf(article[0]!), newWord()];
      lines.push(`将全文中的“${old}”统一修改为“${next}”。`);
      article[0] = article[0]!.replace(old, next);
    } else if (kind === 'add' && !added && gone.length === 0) {
      added = { at: pick % (articles.length + 1), article: fresh };
      lines.push(`增加一条，作为第${hanNumber(added.at + 1)}条：“${fresh.join('\n　　“')}”`);
      touched.delete(at);
    } else if (kind === 'delete' && gone.length === 0 && !added && articles.length > 2) {
      lines.push(`删去${name}。`);
      gone.push(at);
    } else if (kind === 'badWords') lines.push(`${name}中的“${newWord()}”修改为“${newWord()}”。`);
    else if (kind === 'noParagraph') lines.push(`删去${name}第九款。`);
    else if (kind === 'badPlace') lines.push(`第${hanNumber(articles.length + 5)}条修改为：“${fresh[0]}”`);
    if (kind === 'badWords' || kind === 'noParagraph') after[at] = null;
  }
  if (gone.length > 0 || added) {
    lines.push('条文顺序相应调整。');
    if (added) after.splice(added.at, 0, added.article);
    else after.splice(gone[0]!, 1);
  }
  return { lines, after };
}

function decided(lines: readonly string[], year: number): DecidedOperation[] {
  const head = ['示政规〔2023〕4号', '示例市人民政府关于修改停蜂场管理办法的决定'];
  const lead = '　　对《示例市停蜂场管理办法》（示政规〔2021〕2号）作如下修改：';
  const document = documentIn([...head, lead, ...lines.map((line) => `　　${line}`), ...close]);
  const municipality = { slug: 'shili', name: '示例市', sample: true };
  return listAmendments(document).map((operation, position) => ({
    ...operation,
    day: new Date(`${year}-07-01`),
    saidOn: null,
    about: null,
    decision: { municipality, slug: `a-${year}`, title: '', docNumber: null, address: 'n' },
    position,
  }));
}

test('no operation of a thousand generated decisions is applied wrongly, in whatever order they come', () => {
  let done = 0;
  let decisionsRead = 0;
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 12 }),
      fc.array(fc.array(steps, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 }),
      (size, decisions) => {
        let truth: (Plain | null)[] = Array.from({ length: size }, () => [newParagraph(), newParagraph()]);
        const printed = truth.map((article, at) => `　　第${hanNumber(at + 1)}条　${article!.join('\n　　')}`);
        const document = documentIn(['示政规〔2021〕2号', '示例市停蜂场管理办法', ...printed, ...close]);
        const operations: DecidedOperation[] = [];
        for (const [at, decision] of decisions.entries()) {
          // What nobody can tell any more is written as it was: no word of it may be worked in.
          const { lines, after } = write(
            truth.map((article) => article ?? [newParagraph()]),
            decision,
          );
          const wasOpen = new Set(truth.flatMap((article, index) => (article === null ? [index] : [])));
          if (lines.includes('条文顺序相应调整。') && wasOpen.size > 0) break;
          operations.push(...decided(lines, 2022 + at));
          truth = after.map((article, index) => (wasOpen.has(index) ? null : article));
        }
        const articles = listArticles(partWithArticles(document, null)!);
        const result = workIn(articles, operations, new Date('2030-01-01'));
        const held = result.articles.filter(({ isDeleted }) => !isDeleted);
        expect(held.length).toBe(truth.length);
        for (const [at, article] of held.entries())
          if (!article.isOpen && truth[at] !== null) expect(linesOfUnits(article.units)).toEqual(truth[at]);
        for (const [at, article] of held.entries()) if (truth[at] === null) expect(article.isOpen).toBe(true);
        // The same in the text of the day, with the numbers that hold then.
        const { tree } = makeWorkedInTree(document, operations, new Date('2030-01-01'));
        const written = articlesIn(tree.children[0]!.children);
        expect(written.map(({ marker }) => marker.ordinal)).toEqual(truth.map((_, at) => at + 1));
        for (const [at, article] of written.entries())
          if (!held[at]!.isOpen && truth[at] !== null)
            expect(listArticleLines(article).lines.map(({ run }) => wordsOfRun(run))).toEqual(truth[at]);
        decisionsRead += operations.length === 0 ? 0 : new Set(operations.map(({ decision }) => decision.slug)).size;
        done += held.flatMap(({ changes }) => changes).filter(({ status }) => status === 'done').length;
        expect(workIn(articles, [...operations].reverse(), new Date('2030-01-01'))).toEqual(result);
      },
    ),
    { numRuns: 700 },
  );
  process.stdout.write(`generated: ${decisionsRead} decisions, ${done} operations worked in, 0 wrong\n`);
  expect(decisionsRead).toBeGreaterThan(1000);
  expect(done).toBeGreaterThan(1500);
}, 60_000);
