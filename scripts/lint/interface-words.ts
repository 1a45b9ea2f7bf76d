import ts from 'typescript';
import type { LintedFile } from './exported-names';

/** What a component says, and where; `…` stands for what is filled in. */
interface Said {
  path: string;
  line: number;
  words: string;
}

/** Words of the interface that have another one for the same thing. */
const ONE_WORD: readonly { not: RegExp; but: string }[] = [
  { not: /听读/u, but: '朗读' },
  { not: /有效性/u, but: '时效' },
  { not: /分享(?!到…)|用手机应用/u, but: '转发, or 分享到… for the system’s own' },
  { not: /单独看这/u, but: '单独一页' },
  { not: /怎么写都行/u, but: '不限' },
  { not: /谁引用了它|引用处写的标题/u, but: '引用情况, 引用时所用标题' },
  { not: /(?:引用|提到|见于|件文件，|找到)[^。]{0,4}[…\d] ?处/u, but: '次 for occurrences, 节 for places' },
];

const HAN = /\p{Script=Han}/u;

/** Lists what the interface says in Chinese, in the order of files and text. */
export function listWords(files: readonly LintedFile[]): Said[] {
  return files.filter(({ path }) => isOfInterface(path)).flatMap(wordsOf);
}

/** Finds words for which the interface has another one. */
export const findSecondWords = (files: readonly LintedFile[]): string[] =>
  listWords(files).flatMap(({ path, line, words }) =>
    ONE_WORD.flatMap(({ not, but }) =>
      not.test(words) ? [`${path}:${line} says “${words}”: the word of the interface is ${but}`] : [],
    ),
  );

/** Pages, components and what they are made of; no tests. */
const isOfInterface = (path: string): boolean =>
  /^(?:app|components|lib\/views)\/.*\.tsx?$/.test(path) &&
  !/\.(?:test|spec)\.tsx?$|\/testing\/|^app\/dev\//.test(path);

function wordsOf({ path, text }: LintedFile): Said[] {
  if (!HAN.test(text)) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const said: Said[] = [];
  const say = (node: ts.Node, words: string): void => {
    const plain = words.replace(/\s+/gu, ' ').trim();
    if (HAN.test(plain))
      said.push({ path, line: source.getLineAndCharacterOfPosition(node.getStart()).line + 1, words: plain });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) say(node, childrenOf(node.children));
    else if (ts.isTemplateExpression(node))
      say(node, node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join(''));
    else if (ts.isStringLiteralLike(node) && !ts.isImportDeclaration(node.parent)) say(node, node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return said;
}

/** The words that stand directly in an element. */
const childrenOf = (children: readonly ts.JsxChild[]): string =>
  children.map((child) => (ts.isJsxText(child) ? child.text : ts.isJsxExpression(child) ? '…' : ' ')).join('');
