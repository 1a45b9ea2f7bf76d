import { readdirSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import { readStrictly } from '@/lib/export/files/testing/read-strictly';
import { describe, expect, test } from 'vitest';
import type * as ast from '@/lib/gazette/ast';
import { walk as walkTree } from '@/lib/gazette/tree/walk';
import { printAkn } from './akn';
import { readDocuments } from '@/lib/export/files/testing/files';

const texts = ['lib/gazette/testing/fixtures', 'lib/gazette/testing/annotated', 'prisma/sample-corpus'].flatMap(
  (folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => `${folder}/${name}`),
);

type Node = Record<string, unknown>;
const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, trimValues: false, parseTagValue: false });
const nameOf = (node: Node): string => Object.keys(node).find((key) => key !== ':@')!;
const childrenOf = (node: Node): Node[] => (nameOf(node) === '#text' ? [] : (node[nameOf(node)] as Node[]));
const attributesOf = (node: Node) => (node[':@'] ?? {}) as Record<string, string>;
const names = (node: Node): string[] => childrenOf(node).map(nameOf);
function walk(node: Node, visit: (node: Node) => void): void {
  visit(node);
  for (const child of childrenOf(node)) walk(child, visit);
}

/** The words of a document; furniture of pages and word processors is none. */
function leavesOf(tree: ast.Document): string[] {
  const leaves: string[] = [];
  for (const part of tree.children) {
    walkTree(part, (node) => {
      if ('value' in node && node.type !== 'residue') leaves.push(node.value);
    });
  }
  return leaves;
}

const blocks = ['p', 'ul', 'table', 'tblock'];
/** The hierarchy and its allowed content (akomantoso30.xsd, type `hierarchy`). */
const hierarchy = 'part chapter section article subsection paragraph level subparagraph point indent hcontainer'.split(
  ' ',
);

/** Sentences that say which rule of the schema a node breaks. */
function complaints(node: Node): string[] {
  const name = nameOf(node);
  const inside = names(node);
  const all = (allowed: readonly string[]) => inside.every((each) => allowed.includes(each));
  const rules: Record<string, () => boolean> = {
    doc: () => /^meta(,preface)?,mainBody(,conclusions)?(,attachments)?$/.test(inside.join(',')),
    meta: () => /^identification(,publication)?(,classification)?(,references)?$/.test(inside.join(',')),
    identification: () => inside.join(',') === 'FRBRWork,FRBRExpression,FRBRManifestation',
    FRBRWork: () =>
      /^FRBRthis,FRBRuri(,FRBRalias)+,FRBRdate,FRBRauthor,FRBRcountry(,FRBRsubtype)?(,FRBRnumber)?,FRBRname,FRBRauthoritative$/.test(
        inside.join(','),
      ),
    mainBody: () => inside.length > 0 && all([...blocks, ...hierarchy]),
    preface: () => inside.length > 0 && all(blocks),
    conclusions: () => inside.length > 0 && all(blocks),
    content: () => all(blocks),
    intro: () => all(blocks),
    attachment: () => /^(heading,)?doc$/.test(inside.join(',')),
    tblock: () => inside.some((each) => blocks.includes(each)) && all(['num', 'heading', ...blocks]),
    table: () => inside.includes('tr') && inside.slice(inside[0] === 'caption' ? 1 : 0).every((each) => each === 'tr'),
    tr: () => inside.length > 0 && all(['th', 'td']),
    ul: () => inside.length > 0 && all(['li']),
    ...Object.fromEntries(
      hierarchy.map((each) => [
        each,
        () =>
          new RegExp(`^(num,?)?(heading,?)?(content|(intro,?)?((${hierarchy.join('|')}),?)*)$`).test(inside.join(',')),
      ]),
    ),
  };
  return rules[name]?.() === false ? [`${name}: ${inside.join(' ')}`] : [];
}

describe.each(texts)('%s', (path) => {
  test('keeps the rules of the schema, has each address once and loses no word', () => {
    for (const document of readDocuments(path)) {
      const xml = printAkn(document);
      expect(() => readStrictly(xml)).not.toThrow();
      const root = (parser.parse(xml) as Node[]).find((node) => nameOf(node) === 'akomaNtoso')!;
      const broken: string[] = [];
      const ids: string[] = [];
      const words: string[] = [];
      walk(root, (node) => {
        broken.push(...complaints(node));
        const id = attributesOf(node)['@_eId'];
        if (id !== undefined) ids.push(id);
        if (nameOf(node) === '#text') words.push(node['#text'] as string);
      });
      expect(broken).toEqual([]);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
      const squeeze = (text: string) => [...text.replace(/\s/gu, '')].sort().join('');
      const printed = new Set(squeeze(leavesOf(document.tree).join('')));
      const written = new Set(squeeze(words.join('')));
      expect([...printed].filter((letter) => !written.has(letter))).toEqual([]);
    }
  });
});

test('eIds are the addresses of the portal, and citations lead to it', () => {
  const xml = printAkn(readDocuments('prisma/sample-corpus/shili-2023-2.txt')[0]!);
  expect(xml).toContain('<table eId="a-biao1"');
  expect(xml).toContain('<attachment eId="f1">');
  expect(xml).toMatch(/<subsection eId="a-1\.1"><num>/);
  expect(xml).toMatch(/<ref href="https:\/\/gongbao\.example\.gov\.cn\/wenhao\/[^"]+">示范政发〔2022〕31号<\/ref>/);
});

test('what the publisher states is there where the schema has its place', () => {
  const [document] = readDocuments('prisma/sample-corpus/shili-2023-2.txt');
  const stated = { ...document!.stated, topic: '农业、林业', indexNumber: '000014/2023-00017' };
  const xml = printAkn({ ...document!, stated });
  expect(xml).toContain('<FRBRalias value="000014/2023-00017" name="索引号"/>');
  expect(xml).toMatch(/<keyword value="农业、林业" showAs="农业、林业" dictionary="#topics"\/>\s*<\/classification>/);
  expect(xml).toContain('<TLCConcept eId="topics"');
  const root = (parser.parse(xml) as Node[]).find((node) => nameOf(node) === 'akomaNtoso')!;
  const broken: string[] = [];
  walk(root, (node) => broken.push(...complaints(node)));
  expect(broken).toEqual([]);
  expect(printAkn(document!)).not.toMatch(/classification|TLCConcept|索引号/);
});
