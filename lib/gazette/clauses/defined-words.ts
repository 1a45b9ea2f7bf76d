import type * as ast from '../ast';
import { listSectionTexts } from '../tree/outline';
import { fold } from '../words/chars';

// 示例市人力资源和社会保障局(以下简称“市人社局”)
const DEFINITION =
  /(\p{Script=Han}{4,40})\((?:以下|下)(?:统一)?(?:简称|称)(?:为)?:?["“”'‘’「]?(\p{Script=Han}{2,8})["“”'‘’」]?\)/gu;
/** What means another thing in each city, or its own text. */
const RELATIVE = /^[省市县区州旗乡镇本我该各全两此其]/u;
/** Characters of a name that may stand behind the last one of its short form. */
const BEHIND = 3;

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Lists the short forms that a document defines for longer names: 人社局 for 人力资源和社会保障局.
 *
 * Only those whose characters stand in the name in order and not side by side: a name's own end
 * (领导小组) is no word for it elsewhere.
 * @returns the names by their short forms, as written but folded; no form that has two names
 */
export function listDefinedWords(document: ast.Document): Map<string, string> {
  const names = new Map<string, string>();
  const twice = new Set<string>();
  for (const { text } of listSectionTexts(document))
    for (const [, before = '', short = ''] of fold(text).matchAll(DEFINITION)) {
      const name = nameFor(before, short);
      if (name === null) continue;
      if ((names.get(short) ?? name) !== name) twice.add(short);
      names.set(short, name);
    }
  for (const short of twice) names.delete(short);
  return names;
}

/** Gives the end of a text for which a short form stands; null where it does not. */
function nameFor(text: string, short: string): string | null {
  if (RELATIVE.test(short)) return null;
  let at = text.length;
  for (const [index, character] of [...short].reverse().entries()) {
    at = at > 0 ? text.lastIndexOf(character, at - 1) : -1;
    if (at < 0 || (index === 0 && at < text.length - BEHIND)) return null;
  }
  const words = Array.from(segmenter.segment(text), ({ index }) => index);
  const name = text.slice(words.findLast((index) => index <= at));
  return name.includes(short) || name.length < short.length + 2 ? null : name;
}
