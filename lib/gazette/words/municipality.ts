import type * as ast from '../ast';
import { keyOf } from './chars';

const province = /^[\u4e00-\u9fff]{2,6}?(?:省|自治区)(?=[\u4e00-\u9fff])/;
const city =
  /^([\u4e00-\u9fff]{2,8}?(?:市|自治州|地区|盟))((?!委|政府|人民)[\u4e00-\u9fff]{2,6}?(?:区|县|旗|市)(?=人民政府))?/;
const county =
  /^([\u4e00-\u9fff]{2,9}?(?:自治县|县|区|旗))(?=人民|委|教|财|卫|公|民|发|城|市|农|水|交|文|司|审|国民|关于|“|第|20)/;
const provinceItself = /^([\u4e00-\u9fff]{2,6}?(?:省|自治区))/;
const inText = /(?:^|[于发对《“])([\u4e00-\u9fff]{2,4}?市)/;

/** The municipality at the head of a name: 阜新市卫生健康委员会, 辽宁省阜新市…, 本溪市人民政府公报. */
export function municipalityIn(name: string): string | undefined {
  const local = name.replace(/^(?:中共|中国共产党)/, '').replace(province, '');
  const match = city.exec(local);
  return match?.[2] ?? match?.[1] ?? county.exec(local)?.[1] ?? provinceItself.exec(name)?.[1];
}

/**
 * Who publishes: read from the masthead, else from who signs, else from titles. Undefined where
 * nothing names it.
 */
export function municipalityOf(tree: ast.Gazette): string | undefined {
  if (tree.issue?.publisher) {
    const named = municipalityIn(tree.issue.publisher);
    if (named) return named;
  }
  const documents = tree.children.filter((child): child is ast.Document => child.type === 'document');
  const names = documents.flatMap((document) =>
    [document.agency, document.letterhead, document.title].filter((name): name is string => Boolean(name)),
  );
  for (const name of names) {
    const named = municipalityIn(name);
    if (named && !name.startsWith('关于')) return named;
  }
  // 示例市人民政府办公室 2011年2月24日印发, where title and signature name nobody.
  const imprints = documents.flatMap((document) =>
    document.children.flatMap((part) => part.children.flatMap(imprintOf)),
  );
  for (const words of imprints) {
    const named = municipalityIn(words);
    if (named) return named;
  }
  for (const document of documents) {
    const named = inText.exec(document.title)?.[1];
    if (named) return named;
  }
  return undefined;
}

const imprintOf = (block: ast.Block): string[] =>
  block.type === 'imprint'
    ? block.children.map(({ value }) => keyOf(value)).filter((words) => words.endsWith('印发'))
    : [];
