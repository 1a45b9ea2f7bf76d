import type { Line } from '../line';
import { looksLikeTitle, readTitle } from '../lines/title-lines';
import { signatureAt } from '../sections/signature';
import { genreOf } from '../words/titles';
import { announcedTitles, TitleForms } from './announced-titles';
import { AttachmentStarts } from './attachment-starts';
import { attachmentTitles } from './attachment-titles';
import { keyOfLines } from './head';
import type { Head } from './head';
import { titleNoteAt } from './head-notes';
import type { PartRange } from './part-range';
import { isFurniture } from './title-above';

/** Finds the parts of one document: the notice, the texts that it prints, its attachments. */
export class PartFinder {
  /** Titles of the texts that the document says it prints. */
  private readonly expected: string[];
  private readonly expectedForms: TitleForms;
  private readonly attached: string[];
  private readonly attachments: AttachmentStarts;

  private readonly lines: readonly Line[];
  private readonly head: Head;
  private readonly to: number;

  /** @param title of the document, as it is printed or as the contents give it */
  constructor(lines: readonly Line[], head: Head, to: number, title: string) {
    this.lines = lines;
    this.head = head;
    this.to = to;
    this.attached = attachmentTitles(lines, head.bodyFrom, to);
    this.attachments = new AttachmentStarts(lines, head.bodyFrom, to, this.attached);
    this.expected = announcedTitles(lines, head.bodyFrom, to, title);
    this.expectedForms = new TitleForms(this.expected);
  }

  /** Finds the ranges of the parts, the notice first. */
  find(): PartRange[] {
    const { head, lines } = this;
    const parts = [this.notice()];
    let index = head.bodyFrom;
    let signed = false;
    while (index < this.to) {
      const current = parts.at(-1)!;
      const signature = signatureAt(lines, index, this.to);
      // Agency and date directly below the title open the text: 示例市统计局 / 2022年3月20日.
      if (signature && current.kind === 'notice' && !signed && index > head.bodyFrom) {
        index = this.behindMarginalia(index + signature.count);
        signed = true;
        if (index < this.to && !this.attachments.has(index, current) && this.startsAnnexed(index)) {
          const annexed = this.annexedAt(index);
          parts.push(annexed);
          index = annexed.bodyFrom;
        }
        continue;
      }
      const next = this.partAt(index, current, parts, signed);
      if (next) parts.push(next);
      index = next ? Math.max(next.bodyFrom, index + 1) : index + 1;
    }
    parts.forEach((part, at) => (part.to = parts[at + 1]?.from ?? this.to));
    return parts;
  }

  private notice(): PartRange {
    const { from, titleFrom, titleTo, bodyFrom } = this.head;
    return { kind: 'notice', from, label: null, titleFrom, titleTo, bodyFrom, to: this.to };
  }

  /**
   * What stands behind a signature is a text that the document prints where it is announced, reads
   * as a title with something below it, or continues with chapters and articles.
   */
  private startsAnnexed(index: number): boolean {
    const { lines, to } = this;
    const line = lines[index]!;
    if (line.kind === 'imprint') return false;
    if (this.expectedForms.titleAt(lines, index, to) !== null) return true;
    if (line.marker && line.marker.style !== 'circled') return true;
    // (…会议通过) above 第一章, of rules whose title stands in the order.
    const note = titleNoteAt(lines, index, to);
    if (note) return index + note.count < to && lines[index + note.count]!.marker !== null;
    const count = readTitle(lines, index, to, this.expected, (at) => this.isTableHead(at));
    if (count === 0 || index + count >= to) return false;
    const title = keyOfLines(lines, index, index + count);
    return title.length >= 3 && /[\u4e00-\u9fff]{2}/.test(title) && (genreOf(title) !== undefined || count === 1);
  }

  private partAt(index: number, current: PartRange, parts: readonly PartRange[], signed: boolean): PartRange | null {
    const line = this.lines[index]!;
    if (index <= current.bodyFrom - 1 || isFurniture(line)) return null;
    if (this.attachments.has(index, current)) {
      const inline = line.kind !== 'attachment';
      return this.makePart('attachment', index, inline ? index : index + 1, this.attached);
    }
    if (this.startsExpected(index, parts, signed)) return this.annexedAt(index);
    if (current.kind !== 'attachment' && this.startsRules(index, current)) return this.annexedAt(index);
    if (signed && this.attachments.hasUnlabelled(index, current))
      return this.makePart('attachment', null, index, this.attached);
    return null;
  }

  /** The title of an announced text stands here, for the first time. */
  private startsExpected(index: number, parts: readonly PartRange[], signed: boolean): boolean {
    const title = this.expectedForms.titleAt(this.lines, index, this.to);
    if (title === null) return false;
    const isCell = /^\d{1,4}$/.test(this.lines[index - 1]?.key ?? ''); // behind a serial number
    // 公共浴室名单 above its table, in the notice that publishes it.
    const isCaption = !signed && this.isTableHead(index + 1);
    return !isCell && !isCaption && !parts.some((part) => part.kind === 'annexed' && this.titleOf(part) === title);
  }

  /** First line behind the notes below a signature, which belong to it: (此件公开发布). */
  private behindMarginalia(index: number): number {
    while (index < this.to && isMarginal(this.lines[index]!)) index++;
    return index;
  }

  private titleOf({ titleFrom, titleTo }: PartRange): string {
    return keyOfLines(this.lines, titleFrom, titleTo);
  }

  private annexedAt(index: number): PartRange {
    const printed = this.expectedForms.titleAt(this.lines, index, this.to);
    return this.makePart('annexed', null, index, printed ? [...this.expected, printed] : this.expected);
  }

  /** 渔港巡查制度 / 第一条: rules in the same print that nobody announced, the first ones or the next. */
  private startsRules(index: number, current: PartRange): boolean {
    const line = this.lines[index]!;
    if (index <= current.bodyFrom || line.key.length > 40 || !looksLikeTitle(line) || genreOf(line.key) === undefined)
      return false;
    // A sentence may stand between: 为规范巡查,制定本制度。
    return this.lines
      .slice(index + 1, Math.min(this.to, index + 3))
      .some(({ marker }) => marker?.ordinal === 1 && /^(?:article|chapter)$/.test(marker.style));
  }

  private makePart(
    kind: 'annexed' | 'attachment',
    label: number | null,
    titleFrom: number,
    expected: readonly string[],
  ): PartRange {
    const inline = label === titleFrom;
    const count = inline ? 1 : readTitle(this.lines, titleFrom, this.to, expected, (index) => this.isTableHead(index));
    const titleTo = titleFrom + count;
    return { kind, from: label ?? titleFrom, label, titleFrom, titleTo, bodyFrom: titleTo, to: this.to };
  }

  /** The line is, or names, a table: the title above it has ended. */
  private isTableHead(index: number): boolean {
    const line = this.lines[index];
    if (!line || index >= this.to) return false;
    return (
      /^(?:序号|编号)$/.test(line.key) ||
      /^(?:序号|编号)$/.test(this.lines[index + 1]?.key ?? '') ||
      line.tabbed ||
      line.kind === 'pipes' ||
      line.kind === 'table'
    );
  }
}

/** (此件公开发布), (印章), a running head or — 3 —: nothing that begins a text. */
const isMarginal = (line: Line): boolean =>
  /^(?:note|residue|masthead)$/.test(line.kind) || /^(?:[-—·.]*\d{1,4}[-—·.]*|\(.{1,6}\))$/.test(line.key);
