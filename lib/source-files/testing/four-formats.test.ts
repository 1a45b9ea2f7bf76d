import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlineDocument, rowsOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { brokenNesting, brokenTiling, brokenValues, documentsOf } from '@/lib/gazette/testing/invariants';
import { walk } from '@/lib/gazette/tree/walk';
import { asDocx, asHtml, asMarkdown, asText, type Piece } from './four-formats';
import { readAs, readWell } from './read-as';

const phrase = fc
  .tuple(
    fc.constantFrom('加强', '推进', '完善', '落实', '建立'),
    fc.constantFrom('公园管理', '道路养护', '河道整治', '古树保护'),
  )
  .map((words) => words.join(''));
const sentence = phrase.map((words) => `各区各部门要结合实际${words},每年向市人民政府报告一次进展情况,并向社会公开。`);

const items = fc
  .array(
    fc.record({
      text: phrase,
      below: fc.array(fc.record({ text: phrase, body: sentence, points: fc.array(sentence, { maxLength: 3 }) }), {
        maxLength: 3,
      }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((sections) =>
    sections.flatMap(({ text, below }): Piece[] => [
      { kind: 'item', level: 0, text },
      ...below.flatMap((part): Piece[] => [
        { kind: 'item', level: 1, text: part.text },
        { kind: 'line', text: part.body },
        ...part.points.map((point): Piece => ({ kind: 'item', level: 2, text: point })),
      ]),
    ]),
  );
const table = fc
  .array(fc.tuple(phrase, fc.integer({ min: 1, max: 99 }).map(String), fc.constantFrom('市园林局', '市水务局')), {
    minLength: 2,
    maxLength: 5,
  })
  .map((rows): Piece => ({
    kind: 'table',
    caption: '重点任务分工表',
    rows: [['任务名称', '数量', '责任单位'], ...rows],
  }));

const documents = fc
  .tuple(items, fc.option(table, { nil: undefined }))
  .map(([body, drawn]): Piece[] =>
    [
      '示政发〔2023〕7号',
      '示例市人民政府关于印发绿化计划的通知',
      '各区人民政府,市政府各部门:',
      '现将《绿化计划》印发给你们,请认真组织实施,并及时向市人民政府报告进展情况。',
      '示例市人民政府',
      '2023年3月6日',
      '绿化计划',
    ]
      .map((text): Piece => ({ kind: 'line', text }))
      .concat(
        body,
        { kind: 'item', level: 0, text: '附表说明' },
        { kind: 'line', text: '任务分工见下表,未列入的由各区自行安排。' },
        drawn ?? [],
      ),
  );

const outlineOf = (tree: ast.Gazette): unknown =>
  documentsOf(tree).map((document) => [
    document.docNumber?.canonical,
    document.title,
    document.signedOn,
    outlineDocument(document),
  ]);
const cellsOf = (tree: ast.Gazette): string[][] => {
  const rows: string[][] = [];
  walk(tree, (node) => {
    if (node.type !== 'table') return;
    for (const row of rowsOf(node))
      rows.push(
        row.children.map(
          (each) =>
            (each.header ? '*' : '') +
            each.children
              .flatMap((part) => ('children' in part ? part.children.map(({ value }) => value) : []))
              .join(''),
        ),
      );
  });
  return rows;
};

test('a document has one outline and one table, in whatever format it comes', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(documents, async (pieces) => {
      const [text, ...others] = await Promise.all([
        readWell('a.txt', asText(pieces)),
        readWell('a.md', asMarkdown(pieces)),
        readWell('a.html', asHtml(pieces)),
        readWell('a.docx', asDocx(pieces)),
      ]);
      const drawn = pieces.flatMap((piece) => (piece.kind === 'table' ? piece.rows : []));
      for (const other of others) {
        expect(outlineOf(other.tree)).toEqual(outlineOf(text.tree));
        expect(cellsOf(other.tree)).toEqual(drawn.map((row, at) => row.map((words) => (at === 0 ? '*' : '') + words)));
        expect([
          brokenTiling(other.text, other.tree),
          brokenNesting(other.tree),
          brokenValues(other.text, other.tree),
        ]).toEqual([[], [], []]);
      }
    }),
    { numRuns: 25 },
  );
});

test('no bytes throw anything but an error for the person', { timeout: 60_000 }, async () => {
  const soup = fc
    .array(
      fc.oneof(
        fc.string({ maxLength: 8 }),
        fc.constantFrom(
          '<table>',
          '<td rowspan=0>',
          '<tr>',
          '</table>',
          '<ol start=-3>',
          '<li>',
          '<p>',
          '<a href=x>',
          '<br>',
          '<div style="display:none">',
          '一、',
          '示例市',
          '。',
          '|',
          '---',
          '\n',
          '# ',
          '> ',
          '```',
          '<svg>',
          '<template>',
          '<select>',
          '&nbsp;',
          '\u2028',
          '\0',
          '<caption>',
          '<th>',
        ),
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));
  await fc.assert(
    fc.asyncProperty(soup, fc.uint8Array({ maxLength: 60 }), fc.nat(), async (words, bytes, at) => {
      const word = asDocx([{ kind: 'item', level: 0, text: '示例市' }]);
      for (const [offset, byte] of bytes.slice(0, 3).entries()) word[(at + offset * 97) % word.length] = byte;
      for (const [name, content] of [
        ['a.html', words],
        ['a.md', words],
        ['a.txt', words],
        ['a.html', bytes],
        ['a.docx', bytes],
        ['a.docx', word],
      ] as const) {
        const read = await readAs(name, content);
        if (typeof read === 'string') expect(read).toMatch(/^SourceFileError: /);
        else {
          const { text, tree } = await readWell(name, content);
          expect(brokenTiling(text, tree)).toEqual([]);
        }
      }
    }),
    { numRuns: 150 },
  );
});
