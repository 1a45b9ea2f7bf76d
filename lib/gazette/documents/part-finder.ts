import { announcedTitles, TitleForms } from './announced-titles';
import { attachmentTitles } from './attachment-titles';
import type * as ast from '../ast';
import { attachmentListAt } from '../sections/attachment-list';
import { signatureAt } from '../sections/signature';
import type { Head } from './head';
import type { Line } from '../line';
import { titleNoteAt } from './head-notes';
import { isFurniture } from './title-above';
import { looksLikeTitle, readTitle } from '../lines/title-lines';
import { genreOf } from '../words/titles';

/** A part of a document as ranges of lines; `to` exclusive. */
export interface PartRange {
  kind: ast.Part['kind'];
  from: number;
  /** Line of the label 附件1; null where none is printed. */
  label: number | null;
  titleFrom: number;
  titleTo: number;
  bodyFrom: number;
  to: number;
}

const attachmentStart =
  /^(?:附件[一二三四五六七八九十\d]{0,3}|附[一二三四五六七八九十]{1,2}(?=[:.、]))[:.、]?(.{0,60})$/;
const tableTitleEnd = /(?:清单|名单|目录|一览表|汇总表|分工表|表|名录)(?:\([^()]{1,24}\))?$/;

/** Finds the parts of one document: the notice, the texts that it prints, its attachments. */
export class PartFinder {
  private readonly expected: string[];
  private readonly expectedForms: TitleForms;
  private readonly attached: string[];
  /** Where each label (附件1) stands alone for the last time. */
  private readonly lastLabel = new Map<string, number>();

  private readonly lines: readonly Line[];
  private readonly head: Head;
  private readonly to: number;

  constructor(lines: readonly Line[], head: Head, to: number, title: string) {
    this.lines = lines;
    this.head = head;
    this.to = to;
    for (let index = head.bodyFrom; index < to; index++) {
      const line = lines[index]!;
      if (line.kind === 'attachment') this.lastLabel.set(line.key.replace(/[:.、]$/, ''), index);
    }
    this.attached = attachmentTitles(lines, head.bodyFrom, to);
    this.expected = announcedTitles(lines, head.bodyFrom, to, title);
    this.expectedForms = new TitleForms(this.expected);
  }

  find(): PartRange[] {
    const { head, lines } = this;
    const parts: PartRange[] = [
      {
        kind: 'notice',
        from: head.from,
        label: null,
        titleFrom: head.titleFrom,
        titleTo: head.titleTo,
        bodyFrom: head.bodyFrom,
        to: this.to,
      },
    ];
    let index = head.bodyFrom;
    let signed = false;
    while (index < this.to) {
      const current = parts.at(-1)!;
      const signature = signatureAt(lines, index, this.to);
      // Agency and date directly below the title open the text: 示例市统计局 / 2022年3月20日.
      if (signature && current.kind === 'notice' && !signed && index > head.bodyFrom) {
        index = this.afterSignature(index + signature.count);
        signed = true;
        if (index < this.to && !this.startsAttachment(index, current) && this.startsAnnexed(index)) {
          const annexed = this.annexedAt(index);
          parts.push(annexed);
          index = annexed.bodyFrom;
        }
        continue;
      }
      const next = this.partStart(index, current, parts, signed);
      if (next) {
        parts.push(next);
        index = Math.max(next.bodyFrom, index + 1);
      } else index++;
    }
    parts.forEach((part, at) => (part.to = parts[at + 1]?.from ?? this.to));
    return parts;
  }

  /**
   * What stands behind a signature is a text that the document prints where it is announced, reads
   * as a title with something below it, or goes on with chapters and articles; page numbers,
   * running heads and the printer's notes are none.
   */
  private startsAnnexed(index: number): boolean {
    const line = this.lines[index]!;
    if (line.kind === 'imprint') return false;
    if (this.titleStands(index, this.expectedForms)) return true;
    if (line.marker && line.marker.style !== 'circled') return true;
    const note = titleNoteAt(this.lines, index, this.to); // (…会议通过) above 第一章, of rules whose title stands in the order
    if (note) return index + note.count < this.to && this.lines[index + note.count]!.marker !== null;
    const count = readTitle(this.lines, index, this.to, this.expected, (at) => this.isTableHead(at));
    if (count === 0 || index + count >= this.to) return false;
    const title = this.lines.slice(index, index + count).map(({ key }) => key).join(''); // prettier-ignore
    return title.length >= 3 && /[\u4e00-\u9fff]{2}/.test(title) && (genreOf(title) !== undefined || count === 1);
  }

  private partStart(index: number, current: PartRange, parts: PartRange[], signed: boolean): PartRange | null {
    if (index <= current.bodyFrom - 1 || isFurniture(this.lines[index])) return null;
    if (this.startsAttachment(index, current)) {
      const line = this.lines[index]!;
      const inline = line.kind !== 'attachment';
      return this.partAt('attachment', index, inline ? index : index + 1, this.attached);
    }
    if (
      this.titleStands(index, this.expectedForms) &&
      !/^\d{1,4}$/.test(this.lines[index - 1]?.key ?? '') && // the cell behind a serial number
      (signed || !this.isTableHead(index + 1)) && // 公共浴室名单 above its table, in the notice that publishes it
      !parts.some((part) => part.kind === 'annexed' && this.titleOf(part) === this.titleAt(index, this.expectedForms))
    ) {
      return this.annexedAt(index);
    }
    if (current.kind !== 'attachment' && this.startsRules(index, current)) return this.annexedAt(index);
    if (signed && this.startsUnlabelledAttachment(index, current))
      return this.partAt('attachment', null, index, this.attached);
    return null;
  }

  /** Notes below a signature belong to it: (此件公开发布). */
  private afterSignature(index: number): number {
    while (index < this.to && this.isMarginal(this.lines[index]!)) index++;
    return index;
  }

  /** (此件公开发布), (印章), a running head or — 3 —: nothing that begins a text. */
  private isMarginal(line: Line): boolean {
    return /^(?:note|residue|masthead)$/.test(line.kind) || /^(?:[-—·.]*\d{1,4}[-—·.]*|\(.{1,6}\))$/.test(line.key);
  }

  /** The title that stands at a line, as printed there, where it is one of those expected. */
  private titleAt(index: number, witnesses: TitleForms): string | null {
    let key = '';
    for (let at = index; at < Math.min(this.to, index + 6); at++) {
      key += this.lines[at]!.key;
      if (witnesses.holds(key)) return key;
      if (!witnesses.begins(key)) return null;
    }
    return null;
  }

  private titleStands(index: number, witnesses: TitleForms): boolean {
    return this.titleAt(index, witnesses) !== null;
  }

  private titleOf(part: PartRange): string {
    return this.lines
      .slice(part.titleFrom, part.titleTo)
      .map((line) => line.key)
      .join('');
  }

  /**
   * 附件 alone on a line, or with its title behind it, where an attachment begins and is not merely
   * listed.
   */
  private startsAttachment(index: number, current: PartRange): boolean {
    const line = this.lines[index]!;
    if (line.kind === 'attachment')
      return attachmentListAt(this.lines, index, this.to) === 0 || !this.signedSoon(index);
    const match = attachmentStart.exec(line.key);
    // 附件:1.申请表 opens the list of what is attached.
    if (!match?.[1] || /^1[.、]/.test(match[1]) || line.key.includes('。') || line.marker) return false;
    if (current.kind === 'notice' && current.bodyFrom >= index) return false;
    const label = line.key.slice(0, line.key.length - match[1].length).replace(/[:.、]$/, '');
    const repeated = (this.lastLabel.get(label) ?? -1) > index;
    if (repeated || this.signedSoon(index)) return false;
    const next = this.lines[index + attachmentListAt(this.lines, index, this.to)] ?? this.lines[index + 1];
    const listed = attachmentListAt(this.lines, index, this.to) > 1;
    return (
      !listed &&
      index + 1 < this.to &&
      next !== undefined &&
      next.kind !== 'attachment' &&
      this.attached.filter((title) => title === match[1]).length !== 1
    );
  }

  /** A signature follows within the next lines, and nothing but short lines stands between. */
  private signedSoon(index: number): boolean {
    for (let at = index + 1; at < Math.min(this.to, index + 16); at++) {
      if (signatureAt(this.lines, at, this.to)) return true;
      if (this.lines[at]!.key.length > 60) return false;
    }
    return false;
  }

  /**
   * A title of a list or table at the end of an annexed text, set apart from the running text:
   * 重大政策清单.
   */
  private startsUnlabelledAttachment(index: number, current: PartRange): boolean {
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

  private annexedAt(index: number): PartRange {
    const printed = this.titleAt(index, this.expectedForms);
    return this.partAt('annexed', null, index, printed ? [...this.expected, printed] : this.expected);
  }

  /** 渔港巡查制度 / 第一条: rules in the same print that nobody announced, the first ones or the next. */
  private startsRules(index: number, current: PartRange): boolean {
    const line = this.lines[index]!;
    if (index <= current.bodyFrom || line.key.length > 40 || !looksLikeTitle(line) || genreOf(line.key) === undefined)
      return false;
    // A sentence may stand between: 为规范巡查,制定本制度。
    return this.lines.slice(index + 1, Math.min(this.to, index + 3)).some((next) => {
      return next.marker?.ordinal === 1 && /^(?:article|chapter)$/.test(next.marker.style);
    });
  }

  private partAt(
    kind: 'annexed' | 'attachment',
    label: number | null,
    titleFrom: number,
    witnesses: readonly string[],
  ): PartRange {
    const inline = label === titleFrom;
    const count = inline ? 1 : readTitle(this.lines, titleFrom, this.to, witnesses, (index) => this.isTableHead(index));
    return {
      kind,
      from: label ?? titleFrom,
      label,
      titleFrom,
      titleTo: titleFrom + count,
      bodyFrom: titleFrom + count,
      to: this.to,
    };
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
