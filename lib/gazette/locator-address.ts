import { fold } from './chars';
import { readNumber } from './numbers';

/** A section of the document that a locator speaks of. */
export interface LocatedSection {
  /** a-t12.1 */
  address: string;
  partKind: 'notice' | 'annexed' | 'attachment';
}

/**
 * Takes the part of a document that a reference names, as printed (第十二条第二款, 附件2, 二、(三)), and the document's sections; gives the address of the section
 * that is meant, or of the nearest one around it that has an address: paragraphs (款) have none. Of several places (第三条、第五条) it is the first. Null where
 * nothing there fits, or more than one thing does.
 */
export function addressOfLocator(locator: string, sections: readonly LocatedSection[]): string | null {
  const key = fold(locator).replace(/ /g, '');
  const attachment = /^附件([^、和及至]*)/.exec(key);
  if (attachment) return attachmentAddress(attachment[1]!, sections);
  for (const steps of pathsOf(key)) {
    for (const kind of PARTS) {
      const found = sections.filter((section) => section.partKind === kind && endsIn(localOf(section), steps));
      if (found.length > 1) return null;
      if (found[0]) return found[0].address;
    }
  }
  return null;
}

/** Who cites an article means the rules that a notice issues, and not the notice; an attachment goes by its number. */
const PARTS = ['annexed', 'notice', 'attachment'] as const;

/** Address inside the part: t12.1 of a-t12.1. A hyphen inside the notice counts a number that stands twice. */
const localOf = ({ address, partKind }: LocatedSection): string =>
  partKind === 'notice' ? address : address.slice(address.indexOf('-') + 1);

const isPart = ({ address, partKind }: LocatedSection): boolean => partKind === 'attachment' && !address.includes('-');

function attachmentAddress(numeral: string, sections: readonly LocatedSection[]): string | null {
  const parts = sections.filter(isPart);
  if (numeral === '') return parts.length === 1 ? parts[0]!.address : null;
  const address = `f${readNumber(numeral)}`;
  return parts.some((part) => part.address === address) ? address : null;
}

const unit =
  /第?\(?([零〇一二两三四五六七八九十百千\d]+)\)?(编|章|节|条|款|项|目|部分|点|、|\.)?(?:之([一二三四五六七八九十]))?/y;

/** What a unit is called in addresses: see addressOf in open-sections.ts. */
const LETTERS: Record<string, string> = { 编: 'b', 部分: 'b', 章: 'z', 节: 'j', 条: 't' };

/** Paths of addresses that the units of a locator may mean, the most exact first: t12.1, t12. */
function pathsOf(key: string): string[] {
  const steps: { step: string; isPlain: boolean }[] = [];
  unit.lastIndex = 0;
  for (let match = unit.exec(key); match; match = unit.exec(key)) {
    const [, numeral, name = '', inserted] = match;
    const ordinal = readNumber(numeral!);
    if (ordinal === null) break;
    // What stands in a second paragraph may be counted from one again: nobody knows which one is meant.
    if (name === '款' && ordinal > 1) break;
    if (name === '款') continue;
    steps.push({
      step: `${LETTERS[name] ?? ''}${ordinal}${inserted ? `zhi${readNumber(inserted)}` : ''}`,
      isPlain: name === '部分',
    });
  }
  // An article is counted through a whole text, whatever chapter it stands in.
  const article = steps.findIndex(({ step }) => step.startsWith('t'));
  const path = article < 0 ? steps : steps.slice(article);
  const paths = path.map((_, at) =>
    path
      .slice(0, path.length - at)
      .map(({ step }) => step)
      .join('.'),
  );
  // 第二部分 of an ordinary document is its 二、.
  return path[0]?.isPlain ? [...paths, ...paths.map((each) => each.slice(1))] : paths;
}

/** The address is this path, or ends in it below what is not named: b1.z3 for z3. A bare number (二、) stands at the top. */
const endsIn = (local: string, path: string): boolean =>
  local === path || (/^[a-z]/.test(path) && local.endsWith(`.${path}`));
