import { bareTitle, comparableTitle, titlesAgree } from '../words/agreement';
import type * as ast from '../ast';
import { keyOf } from '../words/chars';
import { genreOf } from '../words/titles';

const longestTitle = 200;
const shortestBeginning = 4;

/** Index of the contents entries, by number and by the first words of a title. */
export class EntryIndex {
  /** Some entry prints a number: the contents say which numbers begin documents. */
  readonly numbered: boolean;
  private readonly taken = new Set<ast.TocEntry>();
  private readonly byNumber = new Map<string, ast.TocEntry>();
  /** Entries without a number, by each beginning of their titles. */
  private readonly byBeginning = new Map<string, ast.TocEntry[]>();
  private readonly titles = new Map<ast.TocEntry, string[]>();
  private readonly headings: ReadonlySet<string>;

  constructor(groups: readonly ast.TocGroup[]) {
    this.headings = new Set(groups.map(({ heading }) => keyOf(heading)).filter((heading) => heading !== ''));
    for (const group of groups) {
      for (const entry of group.children) {
        if (entry.type !== 'tocEntry') continue;
        if (entry.docNumber) {
          if (!this.byNumber.has(entry.docNumber.canonical)) this.byNumber.set(entry.docNumber.canonical, entry);
        } else this.addTitle(entry, group.heading);
      }
    }
    this.numbered = this.byNumber.size > 0;
  }

  private addTitle(entry: ast.TocEntry, heading: string): void {
    // 大事记 / 2015年4月—6月 in the contents is 大事记(2015年4月—6月) in the text.
    const named = heading === '' || heading.length > 8 || genreOf(entry.title) !== undefined;
    const titles = named ? [entry.title] : [entry.title, heading + entry.title];
    this.titles.set(entry, titles);
    const beginnings = new Set<string>();
    for (const title of titles) {
      for (const key of keysOf(title)) {
        if (key.length < 6 || key.length > longestTitle) continue;
        for (let length = shortestBeginning; length <= key.length; length++) beginnings.add(key.slice(0, length));
        // 大事记, its months on the next line.
        if (!named && key.startsWith(heading) && heading.length >= 3) beginnings.add(heading);
      }
    }
    for (const beginning of beginnings) {
      const entries = this.byBeginning.get(beginning);
      if (entries) entries.push(entry);
      else this.byBeginning.set(beginning, [entry]);
    }
  }

  /** Finds the entry of a number whose document was not found yet. */
  numberedAs(docNumber: ast.DocNumber): ast.TocEntry | undefined {
    const entry = this.byNumber.get(docNumber.canonical);
    return entry && !this.taken.has(entry) ? entry : undefined;
  }

  /** Tells whether the document of a number was found before. */
  isTaken(docNumber: ast.DocNumber): boolean {
    const entry = this.byNumber.get(docNumber.canonical);
    return entry !== undefined && this.taken.has(entry);
  }

  /** Tells whether words head a group of the contents. */
  isHeading(key: string): boolean {
    return this.headings.has(key);
  }

  /** Tells whether the contents name a number. */
  has(docNumber: ast.DocNumber): boolean {
    return this.byNumber.has(docNumber.canonical);
  }

  /** Tells whether an entry without a number begins with some words. */
  isBeginning(words: string): boolean {
    return keysOf(words).some((key) => this.byBeginning.has(key));
  }

  /** The entry means the document with this title. */
  private agrees(entry: ast.TocEntry, title: string): boolean {
    return (this.titles.get(entry) ?? [entry.title]).some((each) => titlesAgree(each, title));
  }

  /** Finds the entry without a number that means a title, and was not found yet. */
  titled(title: string): ast.TocEntry | undefined {
    for (const key of keysOf(title)) {
      const entry = this.byBeginning.get(key)?.find((each) => !this.taken.has(each) && this.agrees(each, title));
      if (entry) return entry;
    }
    return undefined;
  }

  /** Tells whether the contents name a document with a number and a title. */
  names(docNumber: ast.DocNumber, title: string): boolean {
    const entry = this.byNumber.get(docNumber.canonical);
    return entry !== undefined && titlesAgree(entry.title, title);
  }

  /** Takes note that the document of an entry was found. */
  take(entry: ast.TocEntry): void {
    this.taken.add(entry);
  }
}

/** A title without brackets, with its issuer and without. */
const keysOf = (title: string): string[] => [comparableTitle(title).replace(/[()《》"〔〕[\]]/g, ''), bareTitle(title)];
