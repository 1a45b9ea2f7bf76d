import { positionAround } from '../../source';
import { attachmentListAt } from '../attachment-list';
import { signatureAt } from '../signature';
import type { BlockRule } from './rule';

/** To whom copies go, and who printed it (版记). */
export const imprint: BlockRule = {
  specimen: '抄送:市委办公室,市人大常委会办公室。',
  take(context, { kind }) {
    if (kind !== 'imprint') return false;
    context.pushTexts('imprint', 1);
    return true;
  },
};

/** A note on the document (附注). */
export const note: BlockRule = {
  specimen: '(此件公开发布)',
  take(context, { kind }) {
    if (kind !== 'note') return false;
    context.pushTexts('note', 1);
    return true;
  },
};

/** Who signs, and when (落款); it belongs to the part and to no section. */
export const signature: BlockRule = {
  specimen: '示例市人民政府\n2023年4月14日',
  take(context) {
    const found = signatureAt(context.lines, context.index, context.to);
    if (!found) return false;
    const children = context.take(found.count).map((line) => context.source.textNode(line.span));
    context.open.closeAll();
    context.push({
      type: 'signature',
      agencies: found.agencies,
      ...(found.signedOn ? { signedOn: found.signedOn } : {}),
      children,
      position: positionAround(children),
    });
    return true;
  },
};

/** The list of what is attached (附件说明). */
export const attachmentList: BlockRule = {
  specimen: '附件:1.任务分工表\n2.联系人名单',
  take(context) {
    const count = attachmentListAt(context.lines, context.index, context.to);
    if (count === 0) return false;
    context.pushTexts('attachmentList', count);
    return true;
  },
};
