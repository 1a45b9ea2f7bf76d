import { isIssuer, titlesAgree } from '../words/agreement';
import { announcedTitles, enactedTitle, isAnnounced } from './announced-titles';
import type * as ast from '../ast';
import type { EntryIndex } from './entry-index';
import { codelessNumberAt, headNumberAt } from './head-number';
import type { HeadNumber } from './head-number';
import { keyOfLines, longestFront } from './head';
import type { Head } from './head';
import { letterheadLines, letterheadStart } from './letterhead';
import type { Line } from '../line';
import { isAdoptionNote } from './head-notes';
import { behindFurniture, namesDocument, textBelow, titleAbove } from './title-above';
import type { TitleLines } from './title-above';
import { readTitle } from '../lines/title-lines';
import { genreOf } from '../words/titles';

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, offset) => from + offset);

/**
 * Finds where documents begin: by a number below a letterhead, above or below a title, by a number
 * or a title that the contents name, and by a title with a note on its passage. One finder a text.
 */
export class HeadFinder {
  private readonly heads: Head[] = [];
  /** Titles that the last head announces: they begin its parts. */
  private announced: string[] = [];
  /** The last line that holds each number. */
  private readonly lastLine = new Map<string, number>();

  private readonly lines: readonly Line[];
  private readonly entries: EntryIndex;
  private readonly from: number;
  private readonly standalone: boolean;

  /**
   * @param from first line behind the front matter
   * @param standalone the text is no issue: its first number may stand anywhere in its first lines
   */
  constructor(lines: readonly Line[], entries: EntryIndex, from: number, standalone: boolean) {
    this.lines = lines;
    this.entries = entries;
    this.from = from;
    this.standalone = standalone;
    for (let index = from; index < lines.length; index++) {
      const number = headNumberAt(lines, index, lines.length);
      if (number) this.lastLine.set(number.docNumber.canonical, number.index);
    }
  }

  find(): Head[] {
    for (let index = this.from; index < this.lines.length; index++) {
      if (index < this.consumed()) continue;
      const head = this.withGroupHeading(this.headAt(index));
      if (!head) continue;
      this.heads.push(head);
      if (head.entry) this.entries.take(head.entry);
      const title = keyOfLines(this.lines, head.titleFrom, head.titleTo) || head.entry?.title || '';
      this.announced = announcedTitles(this.lines, head.bodyFrom, this.lines.length, title);
    }
    return this.heads;
  }

  /**
   * The heading of a contents group is printed again in front of its documents: 人事任免. It is no part
   * of the one before.
   */
  private withGroupHeading(head: Head | null): Head | null {
    let from = head?.from ?? 0;
    while (head && from > this.consumed() && this.entries.isHeading(this.lines[from - 1]!.key)) from--;
    return head && { ...head, from };
  }

  private consumed(): number {
    return this.heads.at(-1)?.bodyFrom ?? this.from;
  }

  private get first(): boolean {
    return this.standalone && this.heads.length === 0;
  }

  private headAt(index: number): Head | null {
    const number =
      headNumberAt(this.lines, index, this.lines.length) ??
      (this.first ? codelessNumberAt(this.lines, index, this.from) : null);
    return (number && this.headAtNumber(number)) ?? this.headAtTitle(index) ?? this.headAtNote(index);
  }

  /** Decides on which side of its number the title stands; null where the number is no head. */
  private headAtNumber({ index: number, docNumber, inBrackets }: HeadNumber): Head | null {
    const { lines, entries } = this;
    const to = lines.length;
    const floor = this.consumed();
    if (entries.isTaken(docNumber)) return null;
    const entry = entries.numberedAs(docNumber);
    const below = this.titleBelow(number, entry);
    const start = letterheadStart(lines, number, floor, below.key);
    const lettered = start < number;
    const above = titleAbove(lines, lettered ? start : number, floor, entry?.title);
    const agrees = (title: TitleLines | null): boolean =>
      title !== null && title.to > title.from && entry !== undefined && titlesAgree(title.key, entry.title);
    const belowNames = below.to > below.from && namesDocument(below.key);

    const head = (title: TitleLines | null): Head => {
      const words = title ?? { from: number + 1, to: number + 1, key: '' };
      return this.complete({
        from: Math.min(start, words.to > words.from ? words.from : start),
        letterhead: letterheadLines(lines, start, number),
        number,
        docNumber,
        titleFrom: words.from,
        titleTo: words.to,
        bodyFrom: Math.max(number + 1, words.to),
        ...(entry ? { entry } : {}),
      });
    };
    if (lettered) {
      const enacted = this.enactedBelow(number);
      const own = above && !belowNames && (agrees(above) || (enacted && titlesAgree(enacted, above.key)));
      return head(own || (this.first && above && !belowNames && namesDocument(above.key)) ? above : below);
    }
    if (agrees(below)) return head(below);
    if (agrees(above)) return head(above);

    const text = textBelow(lines, number + 1, to);
    const aboveNames = above !== null && namesDocument(above.key);
    const chosen = belowNames ? below : aboveNames ? above : this.first && above && below.key === '' ? above : below;
    if (!entry && isAnnounced(this.announced, chosen.key)) return null;
    const said =
      chosen === above
        ? aboveNames && this.saysDocument(above, text)
        : belowNames && textBelow(lines, below.to, to) === 'addressee';
    const lastChance = entry !== undefined && this.lastLine.get(docNumber.canonical) === number;
    const accepted =
      said ||
      lastChance ||
      (entry !== undefined && (belowNames || aboveNames)) ||
      (docNumber.form !== 'bracketed' && !inBrackets) ||
      (this.first && number - this.from < longestFront);
    return accepted ? head(chosen) : null;
  }

  /**
   * A title with a number below it begins a document where an addressee follows, or where the
   * contents name no numbers.
   */
  private saysDocument(title: TitleLines, text: 'addressee' | 'text' | null): boolean {
    const full = title.key.includes('关于') && genreOf(title.key) !== undefined;
    if (text === 'addressee') return full || this.heads.length === 0;
    if (text === null || this.entries.numbered) return false;
    return full || this.heads.length === 0;
  }

  private titleBelow(number: number, entry: ast.TocEntry | undefined): TitleLines {
    const from = behindFurniture(this.lines, number + 1, this.lines.length);
    const witnesses = entry ? [keyOfTitle(entry.title)] : [];
    const count = readTitle(this.lines, from, this.lines.length, witnesses);
    return count > 0
      ? { from, to: from + count, key: keyOfLines(this.lines, from, from + count) }
      : { from: number + 1, to: number + 1, key: '' };
  }

  /** 《X》已经…通过,现予公布 within the first lines below an order's number. */
  private enactedBelow(number: number): string | undefined {
    for (const line of this.lines.slice(number + 1, number + 5)) {
      const enacted = enactedTitle(line.key);
      if (enacted) return enacted;
    }
    return undefined;
  }

  /**
   * An entry without a number is met by the document whose title, or whose announced text, it
   * names.
   */
  private complete(head: Head): Head {
    if (head.entry) return head;
    const title = keyOfLines(this.lines, head.titleFrom, head.titleTo);
    const ordered = head.docNumber && head.docNumber.form !== 'bracketed' ? this.enactedBelow(head.number!) : undefined;
    const entry = this.entries.titled(title) ?? (ordered ? this.entries.titled(ordered) : undefined);
    return entry ? { ...head, entry } : head;
  }

  /**
   * A title of the contents that stands here, for an entry whose document prints no number of its
   * own.
   */
  private headAtTitle(index: number): Head | null {
    const { lines, entries } = this;
    const line = lines[index]!;
    if (line.key.length < 3 || line.key.length > 70) return null;
    let joined = '';
    for (let to = index + 1; to <= Math.min(lines.length, index + 6); to++) {
      joined += lines[to - 1]!.key;
      if (joined.length > 200 || !entries.isBeginning(joined)) return null;
      const entry = entries.titled(joined);
      if (entry) return isAnnounced(this.announced, joined) ? null : this.titled(index, to, entry);
    }
    return null;
  }

  /** A second decision in the same text: its title, and below it (2021年8月4日…会议通过). */
  private headAtNote(index: number): Head | null {
    if ((!this.standalone && this.entries.numbered) || !isAdoptionNote(this.lines, index)) return null;
    const title = titleAbove(this.lines, index, this.consumed());
    if (!title?.key.includes('关于') || !/^(?:决定|决议|命令|公告)$/.test(genreOf(title.key) ?? '')) return null;
    if (isAnnounced(this.announced, title.key)) return null;
    return this.titled(title.from, title.to);
  }

  /**
   * The head that begins with a title; a number may stand below it that the contents do not name.
   */
  private titled(titleFrom: number, titleTo: number, entry?: ast.TocEntry): Head {
    const { lines, entries } = this;
    const floor = this.consumed();
    let from = titleFrom;
    // 示例市人民政府 / 关于加强供水的意见, where the contents leave out the issuer.
    if (lines[from]!.key.startsWith('关于'))
      while (from > floor && titleFrom - from < 3 && isIssuer(lines[from - 1]!.text)) from--;
    const start = letterheadStart(lines, from, floor, '');
    const number = headNumberAt(lines, behindFurniture(lines, titleTo, lines.length), lines.length);
    const own = number?.docNumber.form === 'bracketed' && !entries.isTaken(number.docNumber) ? number : null;
    return {
      from: start,
      letterhead: range(start, from),
      number: own ? own.index : null,
      ...(own ? { docNumber: own.docNumber } : {}),
      titleFrom: from,
      titleTo,
      bodyFrom: own ? own.index + 1 : titleTo,
      ...(entry ? { entry } : {}),
    };
  }
}

const keyOfTitle = (title: string): string => title.replace(/\s+/g, '');
