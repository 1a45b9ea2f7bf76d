import type * as ast from '../ast';
import { keyOf } from '../words/chars';
import { leadingVerbs, municipalityIn } from '../words/municipality';

/** 于示例市, 对《示例市…》, 关于调整示例市…: a city that a title names after one of these. */
const cityInTitle = /(?:^|[于发对《“])([\u4e00-\u9fff]{2,8}?市)/;
const longestCity = 5;

function cityNamedIn(title: string): string | undefined {
  const city = cityInTitle.exec(title)?.[1]?.replace(leadingVerbs, '');
  return city && city.length <= longestCity ? city : undefined;
}

/**
 * Reads who publishes: the masthead says it, else the signatures, imprints and titles.
 * @returns undefined where nothing names a municipality
 */
export function municipalityOf(issue: ast.Issue | undefined, documents: readonly ast.Document[]): string | undefined {
  const published = issue?.publisher ? municipalityIn(issue.publisher) : undefined;
  if (published) return published;
  const names = documents
    .flatMap(({ agency, letterhead, title }) => [agency, letterhead, title])
    .filter((name): name is string => Boolean(name));
  for (const name of names) {
    const named = municipalityIn(name);
    if (named && !name.startsWith('关于')) return named;
  }
  // 示例市人民政府办公室 2011年2月24日印发, where title and signature name nobody.
  const imprints = documents.flatMap(({ children }) => children.flatMap((part) => part.children.flatMap(imprintOf)));
  return firstOf(imprints, municipalityIn) ?? firstOf(documents, ({ title }) => cityNamedIn(title));
}

function firstOf<Item>(items: readonly Item[], read: (item: Item) => string | undefined): string | undefined {
  for (const item of items) {
    const found = read(item);
    if (found) return found;
  }
  return undefined;
}

const imprintOf = (block: ast.Block): string[] =>
  block.type === 'imprint'
    ? block.children.map(({ value }) => keyOf(value)).filter((words) => words.endsWith('印发'))
    : [];
