import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import {
  cell,
  definition,
  docxOf,
  list,
  numbered,
  paragraph,
  run,
  table,
  type DocxParts,
} from '@/lib/source-files/testing/docx';
import { inkedLines, notesOf, readAs, readWell } from '@/lib/source-files/testing/read-as';

const read = (body: string, parts?: DocxParts) => readWell('text.docx', docxOf(body, parts));
const linesOf = async (body: string, parts?: DocxParts) => inkedLines(await read(body, parts));

describe('automatic numbers', () => {
  const ladder = ['chineseCounting %1、', 'chineseCounting (%2)', 'decimal %3.', 'decimalEnclosedCircle %4'];

  test('are written into the text, each level anew below the one above', async () => {
    const numbering = definition(0, ladder) + list(1, 0);
    const body = [
      numbered(1, 0, '总体要求'),
      numbered(1, 0, '主要任务'),
      numbered(1, 1, '种树'),
      numbered(1, 2, '2023年种完。'),
      numbered(1, 2, '浇水。'),
      paragraph('不编号的一段。'),
      numbered(1, 1, '养护'),
      numbered(1, 2, '修剪。'),
      numbered(1, 3, '夏剪'),
      numbered(1, 0, '保障'),
    ];
    expect(await linesOf(body.join(''), { numbering })).toEqual([
      '一、总体要求',
      '二、主要任务',
      '(一)种树',
      '1. 2023年种完。',
      '2. 浇水。',
      '不编号的一段。',
      '(二)养护',
      '1. 修剪。',
      '①\u3000夏剪',
      '三、保障',
    ]);
  });

  test('come from styles, count through chapters where they are told to, and begin anew where a list says so', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="5">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:pStyle w:val="Chapter"/><w:lvlText w:val="第%1章"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlRestart w:val="0"/><w:pStyle w:val="Article"/><w:lvlText w:val="第%2条"/></w:lvl>
      </w:abstractNum>${list(3, 5)}${list(4, 5, { 1: 18 })}`;
    const numberedStyle = (id: string, properties: string): string =>
      `<w:style w:type="paragraph" w:styleId="${id}">${properties}</w:style>`;
    const styles =
      numberedStyle('Chapter', '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>') +
      numberedStyle('Article', '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr>') +
      numberedStyle('Indented', '<w:basedOn w:val="Article"/>');
    const styled = (style: string, text: string): string => paragraph(text, `<w:pStyle w:val="${style}"/>`);
    const body = [
      styled('Chapter', '总则'),
      styled('Article', '为了种树。'),
      styled('Indented', '本市适用。'),
      styled('Chapter', '附则'),
      styled('Article', '自发布之日起施行。'),
      numbered(4, 1, '另一部。'),
      numbered(4, 1, '再一条。'),
      paragraph('不编号。', '<w:pStyle w:val="Article"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
    ];
    expect(await linesOf(body.join(''), { numbering, styles })).toEqual([
      '第一章\u3000总则',
      '第一条\u3000为了种树。',
      '第二条\u3000本市适用。',
      '第二章\u3000附则',
      '第三条\u3000自发布之日起施行。',
      '第十八条\u3000另一部。',
      '第十九条\u3000再一条。',
      '不编号。',
    ]);
  });

  test('stand also in cells that hold nothing else, and bullets leave none', async () => {
    const numbering =
      definition(0, ['decimal %1']) + definition(1, ['bullet \uf0b7', 'bullet ——']) + list(1, 0) + list(2, 1);
    const serial = `<w:tc>${numbered(1, 0, '')}</w:tc>`;
    const rows = [
      [cell('序号'), cell('项目')],
      [serial, cell('公园')],
      [serial, cell('绿道')],
    ];
    expect(await linesOf(table(rows) + numbered(2, 0, '点') + numbered(2, 1, '划'), { numbering })).toEqual([
      '序号', '项目', '1', '公园', '2', '绿道', '点', '——划',
    ]); // prettier-ignore
  });
});

describe('tables', () => {
  test('keep merged cells and repeated headers', async () => {
    const rows = [
      [cell('区', '<w:vMerge w:val="restart"/>'), cell('面积', '<w:gridSpan w:val="2"/>')],
      [cell('', '<w:vMerge/>'), cell('今年'), cell('明年')],
      [cell('东湖区', '<w:vMerge w:val="restart"/>'), cell('3'), cell('4/5')],
      [cell('', '<w:vMerge w:val="continue"/>'), cell('6', '<w:gridSpan w:val="2"/>')],
    ];
    const { tables, text } = await read(table(rows, 2));
    const shown = tables[0]!.rows.map((row) =>
      row.map(
        (each) =>
          `${each.header ? '*' : ''}${each.rowSpan}×${each.colSpan} ${text.slice(each.start, each.end).replace('\n', '/')}`,
      ),
    );
    expect(shown).toEqual([
      ['*2×1 区', '*1×2 面积'],
      ['*1×1 今年', '*1×1 明年'],
      ['2×1 东湖区', '1×1 3', '1×1 4/5'],
      ['1×2 6'],
    ]);
  });

  test('that only place words are lines: a letterhead, a box', async () => {
    const letterhead = table([[cell('示例市人民政府文件')], [cell('示政发〔2023〕7号')]]);
    const page = await read(letterhead + table([[cell('专栏1 重点工程/1.公园。')]]));
    expect(page.tables).toEqual([]);
    expect(inkedLines(page)).toEqual(['示例市人民政府文件', '示政发〔2023〕7号', '专栏1 重点工程', '1.公园。']);
  });
});

describe('what Word keeps beside the text', () => {
  test('tracked changes: what is inserted is text, what is deleted is none', async () => {
    const page = await read(
      `<w:p>${run('每年')}<w:del><w:r><w:delText>三</w:delText></w:r></w:del><w:ins>${run('四')}</w:ins>${run('次。')}</w:p>` +
        `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('前一段')}</w:p>${paragraph('与后一段相连。')}` +
        `<w:del>${paragraph('删去的一段')}</w:del><w:ins>${paragraph('加上的一段。')}</w:ins>`,
    );
    expect(inkedLines(page)).toEqual(['每年四次。', '前一段与后一段相连。', '加上的一段。']);
    expect(notesOf(page)).toEqual([
      'tracked-changes: 6 characters that are marked as deleted were left out',
      'tracked-changes: 7 characters that are marked as inserted were taken',
    ]);
  });

  test('headers, hidden words and pictures are told and left out', async () => {
    const page = await read(`<w:p>${run('甲')}${run('乙丙', '<w:vanish/>')}<w:r><w:drawing/></w:r></w:p>`, {
      header: paragraph('第1页'),
    });
    expect(inkedLines(page)).toEqual(['甲']);
    expect(notesOf(page)).toEqual([
      'hidden-text: 2 characters that Word hides were left out',
      'page-furniture: 3 characters of headers and footers were left out',
      'pictures: 1 picture is not read; text in them is missing',
    ]);
  });

  test('fields show their result; breaks, tabs and signs are kept', async () => {
    const field = (code: string, result: string): string =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>${run('旧')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const body = `<w:p>${run('第')}${field('PAGE', '3')}${run('项')}<w:r><w:br/></w:r><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:tab/></w:r><w:hyperlink>${run('是')}</w:hyperlink></w:p>`;
    expect(await linesOf(body)).toEqual(['第3项', '☑\u3000是']);
  });

  test('a text box is read once, a footnote stands below its paragraph', async () => {
    const box = `<w:txbxContent>${paragraph('框内')}</w:txbxContent>`;
    const body = `<w:p>${run('正文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const footnotes = `<w:footnote w:type="separator" w:id="0">${paragraph('线')}</w:footnote><w:footnote w:id="2">${paragraph('注文')}</w:footnote>`;
    expect(await linesOf(body, { footnotes })).toEqual(['正文[1]', '框内', '[1] 注文']);
  });

  test('a note is read once, whatever marks it: another note, it itself, a second paragraph', async () => {
    const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const note = (id: number, inside: string) => `<w:footnote w:id="${id}"><w:p>${inside}</w:p></w:footnote>`;
    const footnotes = note(1, run('甲') + mark(1) + mark(2)) + note(2, run('乙') + mark(1));
    const body = `<w:p>${run('一')}${mark(1)}</w:p><w:p>${run('二')}${mark(1)}</w:p>`;
    expect(await linesOf(body, { footnotes })).toEqual(['一[1]', '[1] 甲[1][2] [2] 乙[1]', '二[1]']);
  });

  test('no label is longer than a label, no letter is repeated without end', async () => {
    const numbering = definition(0, [`decimal ${'%1'.repeat(5000)}`, 'lowerLetter %2.']) + list(1, 0);
    const long = await linesOf(numbered(1, 0, '甲'), { numbering });
    expect(long[0]!.length).toBeLessThan(110);
    const far = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="70000"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>`;
    expect(await linesOf(numbered(1, 0, '甲'), { numbering: far + list(1, 0) })).toEqual(['70000. 甲']);
  });

  test('a sign of a font is never half a character', async () => {
    const { text } = await read(`<w:p><w:r><w:sym w:font="x" w:char="D83D"/><w:t>甲</w:t></w:r></w:p>`);
    expect(text).toBe('□甲');
  });
});

describe('what cannot be taken', () => {
  const zipOf = (files: Record<string, string>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
  const whole = docxOf(paragraph('示例市'));
  const again = 'Open it in Word or WPS, save it anew as .docx, and ingest that.';
  const bomb = `<!DOCTYPE a [<!ENTITY b "${'x'.repeat(99)}">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:document>`;

  test.each([
    [
      'another file of Office',
      zipOf({ 'xl/workbook.xml': '<workbook/>' }),
      'it is a ZIP file and no Word document. Open it in its own program and copy its text into a .txt file.',
    ],
    [
      'a file that breaks off',
      whole.slice(0, whole.length - 40),
      `it is damaged: its parts cannot be unpacked. ${again}`,
    ],
    [
      'XML that breaks off',
      zipOf({ 'word/document.xml': '<w:document' }),
      `it is damaged: its XML breaks off in line 1. ${again}`,
    ],
    [
      'XML with entities of its own',
      zipOf({ 'word/document.xml': bomb }),
      `its XML declares a document type, which Word never writes. ${again}`,
    ],
    [
      'an old .doc by another name',
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      'it is an old Office file (.doc, .xls) or one with a password, no .docx. Open it in Word or WPS, save it as .docx, and ingest that.',
    ],
    [
      'a text by another name',
      '示例市',
      'it is no .docx file. Open it in Word or WPS, save it as .docx, and ingest that.',
    ],
    ['no text', docxOf(''), 'the file is empty. Save the text into it, or leave it out.'],
  ])('%s', async (_, bytes, message) => {
    expect(await readAs('text.docx', bytes)).toBe(`SourceFileError: text.docx: ${message}`);
  });

  test('a file that unpacks without end', async () => {
    const bomb = docxOf(paragraph('示例市'));
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    // The archive's list of contents says what each file unpacks to.
    for (let at = 0; at < bomb.length - 28; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 2 ** 31, true);
    expect(await readAs('text.docx', bomb)).toBe(
      'SourceFileError: text.docx: it unpacks to more than 100 MB of text. Split it into one file for each issue, or copy its text into a .txt file.',
    );
  });
});
