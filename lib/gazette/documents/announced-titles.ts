import { titlesAgree } from '../words/agreement';
import { keyOf } from '../words/chars';
import type { Line } from '../line';
import { innerTitles, quotedTitles } from '../words/titles';

const searchedLines = 12;

/**
 * Lists the titles of the texts that a document says it prints.
 * It says so in its title (印发《A》的通知) and in its first lines (《A》已经…通过,现予公布). They begin parts
 * of it and never a document of their own.
 * @param from first line behind the title
 */
export function announcedTitles(lines: readonly Line[], from: number, to: number, title: string): string[] {
  const announced: string[] = [];
  for (let index = from; index < Math.min(to, from + searchedLines); index++) {
    const { date } = lines[index]!;
    if (date && index > from) break;
    const key = sentenceAt(lines, index, to);
    if (/印发|发布|公布|转发|批转|施行/.test(key)) for (const title of quotedTitles(key)) announced.push(title);
  }
  const own = [...innerTitles(title), ...announced].map((each) =>
    keyOf(each).replaceAll('〈', '《').replaceAll('〉', '》'),
  );
  return [...new Set(own)].filter((each) => each.length >= 4 && each !== keyOf(title));
}

/** The words of a line, with the rest of the sentence that its source has wrapped. */
function sentenceAt(lines: readonly Line[], index: number, to: number): string {
  let { key } = lines[index]!;
  for (let at = index + 1; at < Math.min(to, index + 3); at++) {
    const { kind, key: below } = lines[at]!;
    if (!key.includes('《') || /[。;:!?]$/.test(key) || kind !== 'other') break;
    key += below;
  }
  return key;
}

/** 对《X》作如下修改, 决定废止《X》: what is changed is not what is put into force. */
const changes =
  /^[^《]*(?:对《[^》]{1,80}》.{0,30}(?:修改|修订|修正|废止|停止执行)|(?:修改|修订|修正|废止|停止执行) ?《)/;
/** 根据《X》、《Y》的规定: what the order rests on. */
const restsOn = /(?:根据|依据|依照|按照|遵照|贯彻|落实|实施|执行)(?:《[^》]*》[、和及与]*)*$/;

/**
 * Reads the title that an order puts into force: 《X》已经市政府常务会议通过,现予公布.
 * @returns undefined for other sentences
 */
export function enactedTitle(key: string): string | undefined {
  const enacts =
    /》.{0,80}(?:已[经由于]?|经).{0,120}(?:通过|批准|同意|公布|发布|施行)|现(?:将|予)?.{0,6}(?:公布|发布|颁布)/;
  return enacts.test(key.slice(0, 400)) ? enactedIn(key) : undefined;
}

/** Reads what an order puts into force, not what it changes or ends. */
export function enactedIn(sentence: string): string | undefined {
  if (changes.test(sentence)) return undefined;
  return quotedTitles(sentence).find((title) => !restsOn.test(sentence.slice(0, sentence.indexOf(`《${title}》`))));
}

const marks = /[《》〈〉<>“”"'‘’「」]/g;
/** 示例市“净滩”专项行动方案 is printed as “净滩”专项行动方案: the city may be left out. */
const place = /^[\u4e00-\u9fff]{2,8}?(?:自治区|自治州|自治县|省|市|县|区|州|盟|旗)(?:人民政府)?/;
const shortestForm = 6;
/** Most lines of a title. */
const mostLines = 6;

/**
 * Titles that are expected below, in every form in which they may be printed.
 * Forms differ in quotation marks, and leave out the city.
 */
export class TitleForms {
  private readonly forms = new Set<string>();
  private readonly beginnings = new Set<string>();

  constructor(titles: readonly string[]) {
    for (const title of titles) {
      const form = title.replace(marks, '');
      const local = form.replace(place, '');
      for (const each of local.length >= shortestForm ? [form, local] : [form]) {
        this.forms.add(each);
        for (let length = 1; length <= each.length; length++) this.beginnings.add(each.slice(0, length));
      }
    }
  }

  /** Tells whether a key is one of the titles, in any of their forms. */
  holds(key: string): boolean {
    return this.forms.has(key.replace(marks, ''));
  }

  /**
   * Finds the title that stands at a line, perhaps on several.
   * @returns its key as printed there; null where none of those expected does
   */
  titleAt(lines: readonly Line[], index: number, to: number): string | null {
    let key = '';
    for (let at = index; at < Math.min(to, index + mostLines); at++) {
      key += lines[at]!.key;
      if (this.holds(key)) return key;
      if (!this.beginnings.has(key.replace(marks, ''))) return null;
    }
    return null;
  }
}

/** Tells whether a title is one of those announced. */
export function isAnnounced(announced: readonly string[], title: string): boolean {
  return announced.some((each) => titlesAgree(each, title));
}
