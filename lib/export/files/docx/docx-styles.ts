import {
  AlignmentType,
  type IBaseParagraphStyleOptions,
  type IParagraphStyleOptions,
  type IStylesOptions,
  LineRuleType,
} from 'docx';
import { EM, face, LINE } from './docx-faces';

/**
 * Makes the styles of a file, so that an editor changes one place. Numbers are printed text
 * everywhere: no style counts. Typefaces of headings are set on their runs, because 一、 is 黑 at any
 * level.
 */
export function docxStyles(): IStylesOptions {
  const heading: IBaseParagraphStyleOptions = {
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { bold: false, color: '000000', size: 32 },
    paragraph: { keepNext: true, indent: { firstLine: 2 * EM }, spacing: exact(0) },
  };
  const title: IBaseParagraphStyleOptions = {
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run: { bold: false, color: '000000', size: 44, font: face('biaosong'), characterSpacing: 0 },
    paragraph: {
      keepNext: true,
      alignment: AlignmentType.CENTER,
      indent: { firstLine: 0 },
      spacing: { line: 700, lineRule: LineRuleType.EXACT },
    },
  };
  return {
    default: {
      document: {
        run: {
          font: face('fangsong'),
          size: 32,
          characterSpacing: -5,
          language: { value: 'en-US', eastAsia: 'zh-CN' },
        },
        paragraph: {
          alignment: AlignmentType.BOTH,
          spacing: exact(0),
          indent: { firstLine: 2 * EM },
        },
      },
      title,
      heading1: heading,
      heading2: heading,
      heading3: heading,
      heading4: heading,
      heading5: heading,
      heading6: heading,
      hyperlink: { run: { color: '000000', underline: {} } },
    },
    paragraphStyles: [
      plain('Flush', '顶格', { indent: { firstLine: 0 } }),
      plain('DocNumber', '发文字号', {
        indent: { firstLine: 0 },
        alignment: AlignmentType.CENTER,
        spacing: exact(LINE),
      }),
      { ...plain('PartTitle', '印发文本和附件标题'), ...title, id: 'PartTitle', name: '印发文本和附件标题' },
      plain('Signature', '落款', { indent: { firstLine: 0 }, alignment: AlignmentType.RIGHT }),
      plain('Attachments', '附件说明', { indent: { firstLine: 0, left: 2 * EM }, alignment: AlignmentType.LEFT }),
      plain('Imprint', '版记', { indent: { firstLine: 0, left: 280, right: 280 } }, { size: 28 }),
      plain('Item', '名单', { indent: { firstLine: 0, left: 2 * EM }, alignment: AlignmentType.LEFT }),
      plain(
        'Cell',
        '表格文字',
        { indent: { firstLine: 0 }, spacing: { line: 264, lineRule: LineRuleType.AUTO } },
        { size: 24, characterSpacing: 0 },
      ),
      plain(
        'Small',
        '说明',
        {
          indent: { firstLine: 0 },
          alignment: AlignmentType.LEFT,
          spacing: { line: 264, lineRule: LineRuleType.AUTO },
        },
        { size: 18, characterSpacing: 0 },
      ),
    ],
  };
}

const exact = (before: number) => ({ line: LINE, lineRule: LineRuleType.EXACT, before, after: 0 });

const plain = (
  id: string,
  name: string,
  paragraph: NonNullable<IParagraphStyleOptions['paragraph']> = {},
  run: NonNullable<IParagraphStyleOptions['run']> = {},
): IParagraphStyleOptions => ({ id, name, basedOn: 'Normal', next: 'Normal', quickFormat: true, paragraph, run });
