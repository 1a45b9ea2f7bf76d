import { attachmentListAt } from '../attachment-list';
import type { BlockRule } from './rule';

/** Keywords in the imprint (主题词). */
export const keywords: BlockRule = {
  specimen: '主题词:林业 表彰 决定',
  take(context, { kind, key }) {
    if (kind !== 'metadata' || !/^主题词/.test(key)) return false;
    context.pushTexts('imprint', 1);
    return true;
  },
};

/** Page furniture inside a text. */
export const residue: BlockRule = {
  specimen: '打印本页 关闭窗口',
  take(context, { kind }) {
    if (kind !== 'residue' && kind !== 'metadata') return false;
    context.pushLeaf('residue');
    return true;
  },
};

/** The label of an attachment, which was not taken as the beginning of a part. */
export const label: BlockRule = {
  specimen: '附件1',
  take(context, { kind }) {
    if (kind !== 'attachment' || attachmentListAt(context.lines, context.index, context.to) > 0) return false;
    context.pushLeaf('label');
    return true;
  },
};

/** A letterhead inside a text, with a number below it. */
export const letterhead: BlockRule = {
  specimen: '示例市人民政府文件\n示政发〔2023〕4号',
  take(context, { kind }) {
    if (kind !== 'letterhead' || !context.lineAt(context.index + 1)?.docNumber) return false;
    context.pushLeaf('letterhead');
    return true;
  },
};

/** A number in front of all blocks. */
export const numberLine: BlockRule = {
  specimen: '示政发〔2023〕4号',
  take(context, { kind }) {
    if (kind !== 'number' || context.blocks.length > 0) return false;
    context.pushLeaf('numberLine');
    return true;
  },
};
