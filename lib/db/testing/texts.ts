/** A document of an invented gazette. */
export interface TextOfDocument {
  /** 示政发〔2023〕1号; a document without one can only stand alone. */
  number?: string;
  title: string;
  /** Paragraphs and headings, one a line. */
  body: string[];
  /** 2023年3月1日 */
  signed?: string;
}

/** Writes the text of an issue as it is copied from a web page. */
export function issueText(year: number, number: number, documents: TextOfDocument[], municipality = '示例市'): string {
  const gazette = `${municipality}人民政府公报`;
  return [
    `索引号: 发布机构: ${municipality}人民政府`,
    `信息名称: ${gazette}${year}年第${number}号 主题分类: 政府公报`,
    `发布日期: ${year}-06-30 成文日期: ${year}-06-30`,
    '',
    gazette,
    `${year}年第${number}号(总第${number}期)`,
    '  目 录',
    `${municipality}人民政府文件`,
    ...documents.map((document) => `${document.title}(${document.number ?? ''})`),
    '',
    ...documents.flatMap((document) => [`${municipality}人民政府文件`, ...documentLines(document, municipality)]),
  ].join('\n');
}

/** Writes the text of a standalone document. */
export function documentText(document: TextOfDocument, municipality = '示例市'): string {
  return documentLines(document, municipality).join('\n');
}

function documentLines(
  { number, title, body, signed = '2023年3月1日' }: TextOfDocument,
  municipality: string,
): string[] {
  return [
    ...(number === undefined ? [] : [number, '']),
    title,
    '',
    '各区人民政府,市政府各部门:',
    ...body.map((line) => `  ${line}`),
    '',
    `  ${municipality}人民政府`,
    `  ${signed}`,
    '',
  ];
}
