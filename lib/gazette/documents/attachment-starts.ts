import type { Line } from '../line';
import { looksLikeTitle } from '../lines/title-lines';
import { attachmentListAt } from '../sections/attachment-list';
import { signatureAt } from '../sections/signature';
import type { PartRange } from './part-range';

/** 附件 or 附件2:, and the title that may stand behind it. */
const attachmentStart =
  /^(?:附件[一二三四五六七八九十\d]{0,3}|附[一二三四五六七八九十]{1,2}(?=[:.、])|附(?=:))[:.、]?(.{0,60})$/;
const tableTitleEnd = /(?:清单|名单|目录|一览表|汇总表|分工表|表|名录)(?:\([^()]{1,24}\))?$/;
const searchedForSignature = 16;

/** Finds the lines of one document that begin an attachment. */
export class AttachmentStarts {
  /** Where each label (附件1) stands alone for the last time. */
  private readonly lastLabel = new Map<string, number>();
  private readonly lines: readonly Line[];
  private readonly to: number;
  private readonly attached: readonly string[];

  /**
   * @param from first line behind the head of the document, `to` exclusive
   * @param attached titles that the notice says it attaches
   */
  constructor(lines: readonly Line[], from: number, to: number, attached: readonly string[]) {
    this.lines = lines;
    this.to = to;
    this.attached = attached;
    for (let index = from; index < to; index++) {
      const line = lines[index]!;
      if (line.kind === 'attachment') this.lastLabel.set(line.key.replace(/[:.、]$/, ''), index);
    }
  }

  /**
   * Tells whether an attachment begins at a line and is not merely listed.
   * @param current part that the line would end
   */
  has(index: number, current: PartRange): boolean {
    const line = this.lines[index]!;
    if (line.kind === 'attachment')
      return attachmentListAt(this.lines, index, this.to) === 0 || !this.signedSoon(index);
    const match = attachmentStart.exec(line.key);
    // 附件:1.申请表 opens the list of what is attached.
    if (!match?.[1] || /^1[.、]/.test(match[1]) || line.key.includes('。') || line.marker) return false;
    if (current.kind === 'notice' && current.bodyFrom >= index) return false;
    // 附:先进单位名单 begins one only behind the signature; in front of it, it is listed.
    const above = this.lines[index - 1];
    if (/^附:/.test(line.key) && !(above && (above.date || /^(?:note|imprint)$/.test(above.kind)))) return false;
    const label = line.key.slice(0, line.key.length - match[1].length).replace(/[:.、]$/, '');
    const repeated = (this.lastLabel.get(label) ?? -1) > index;
    const listed = attachmentListAt(this.lines, index, this.to);
    if (repeated || listed > 1 || index + 1 >= this.to || this.signedSoon(index)) return false;
    const next = this.lines[index + listed] ?? this.lines[index + 1];
    return (
      next !== undefined &&
      next.kind !== 'attachment' &&
      this.attached.filter((title) => title === match[1]).length !== 1
    );
  }

  /** Tells whether a list without a label begins at the end of an annexed text: 重大政策清单. */
  hasUnlabelled(index: number, current: PartRange): boolean {
    const line = this.lines[index]!;
    if (
      current.kind === 'notice' ||
      line.indent > 0 ||
      !looksLikeTitle(line) ||
      !tableTitleEnd.test(line.key) ||
      line.key.length > 30
    )
      return false;
    const caption = this.lines[index + 1];
    const header = this.lines[index + 2];
    const captioned =
      caption !== undefined && /^[^。;:,]{4,30}$/.test(caption.key) && /^(?:序号|编号)$/.test(header?.key ?? '');
    return captioned && index + 2 < this.to;
  }

  /** A signature follows within the next lines, and nothing but short lines stands between. */
  private signedSoon(index: number): boolean {
    for (let at = index + 1; at < Math.min(this.to, index + searchedForSignature); at++) {
      if (signatureAt(this.lines, at, this.to)) return true;
      if (this.lines[at]!.key.length > 60) return false;
    }
    return false;
  }
}
