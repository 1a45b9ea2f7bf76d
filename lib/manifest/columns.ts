import type { ManifestRow } from './entry';

/** What a column holds. */
export type ManifestColumn = Exclude<keyof ManifestRow, 'line'>;

/** How columns are named, folded (columnKey): the first of two in one header is taken. */
const NAMES: Record<ManifestColumn, readonly string[]> = {
  file: ['file', 'filename', 'filepath', 'path', '文件名', '文件路径', '路径', '原文文件', '附件文件名', '文本文件'],
  title: ['title', '标题', '文件标题', '公文标题', '信息名称', '信息标题', '题名', '名称'],
  docNumber: ['number', 'docnumber', 'documentnumber', '文号', '发文字号', '发文文号', '公文文号', '文件编号', '字号'],
  indexNumber: ['indexnumber', 'index', '索引号', '信息索引号', '索引编号', '公开索引号'],
  topic: ['topic', 'subject', 'category', '主题分类', '主题', '主题类别', '信息分类', '分类'],
  validity: ['validity', 'status', '有效性', '时效性', '时效状态', '效力状态', '有效状态', '效力', '文件状态'],
  signedOn: ['signed', 'signedon', 'signingday', '成文日期', '成文时间', '制发日期', '签发日期'],
  publishedOn: [
    'published',
    'publishedon',
    'publicationday',
    'publicationdate',
    '发布日期',
    '发布时间',
    '公开日期',
    '公开时间',
    '公布日期',
    '上网日期',
  ],
  url: [
    'url',
    'link',
    'source',
    'sourceurl',
    'sourceaddress',
    '来源网址',
    '来源地址',
    '来源链接',
    '原文链接',
    '原文网址',
    '原文地址',
    '链接',
    '链接地址',
    '网址',
    '页面地址',
  ],
};

/** Means the title where another column names the file, else the file. */
const EITHER = ['文件名称', 'name'];

/** Folds the name of a column: case, width, blanks, marks and notes in brackets do not count. */
const columnKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（【[].*?[)）】\]]/gu, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

const COLUMNS = new Map<string, ManifestColumn>(
  Object.entries(NAMES).flatMap(([column, names]) => names.map((name) => [name, column as ManifestColumn] as const)),
);

/**
 * Reads the names of columns.
 * @returns what each holds; null for one that is not known, or is there a second time
 */
export function readColumns(names: readonly string[]): (ManifestColumn | null)[] {
  const keys = names.map(columnKey);
  const columns = keys.map((key) => COLUMNS.get(key) ?? null);
  for (const [at, key] of keys.entries())
    if (EITHER.includes(key)) columns[at] = columns.includes('file') ? 'title' : 'file';
  return columns.map((column, at) => (columns.indexOf(column) === at ? column : null));
}
