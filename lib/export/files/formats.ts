/** A kind of file that the portal makes. A new kind is a row here and a writer in writers.ts. */
export interface FormatRow {
  /** Its name on pages. */
  label: string;
  /** Its purpose, in a few words. */
  purpose: string;
  mediaType: string;
}

/** The formats by their endings. */
export const FORMATS = {
  docx: {
    label: 'Word',
    purpose: '公文版式，可编辑',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  epub: { label: 'EPUB', purpose: '电子书', mediaType: 'application/epub+zip' },
  zip: { label: 'ZIP', purpose: '各件文件的 Word 和纯文本', mediaType: 'application/zip' },
  txt: { label: '纯文本', purpose: '原文字符', mediaType: 'text/plain; charset=utf-8' },
  md: { label: 'Markdown', purpose: '带标题层级', mediaType: 'text/markdown; charset=utf-8' },
  json: { label: 'JSON', purpose: '结构化数据', mediaType: 'application/json; charset=utf-8' },
  xml: { label: 'Akoma Ntoso', purpose: '法规交换格式', mediaType: 'application/akn+xml; charset=utf-8' },
  csv: { label: 'CSV', purpose: '表格数据', mediaType: 'text/csv; charset=utf-8; header=present' },
  xlsx: {
    label: 'Excel',
    purpose: '表格，保留合并单元格',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
} as const satisfies Record<string, FormatRow>;

/** The ending of a format. */
export type Format = keyof typeof FORMATS;

/** The formats of each kind of content, the usual one first. */
export const FILES = {
  issue: ['docx', 'epub', 'zip'],
  document: ['docx', 'txt', 'md', 'json', 'xml'],
  section: ['docx', 'txt', 'md', 'json'],
  table: ['csv', 'xlsx', 'docx', 'txt', 'md', 'json'],
} as const satisfies Record<string, readonly Format[]>;

/**
 * Reads the name of a file, split at its last dot: `a-2.3.txt`.
 * @returns null for what is no such name
 */
export function readFileName(name: string): { stem: string; format: Format } | null {
  const at = name.lastIndexOf('.');
  const format = name.slice(at + 1);
  return at > 0 && Object.hasOwn(FORMATS, format) ? { stem: name.slice(0, at), format: format as Format } : null;
}
