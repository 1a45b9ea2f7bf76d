import type { Convert } from './convert';
import { keepTraditional, keepTraditionalAt } from './links';

/**
 * Attributes that are shown or read aloud, on any element. `data-name` is shown by the style sheet
 * where a table becomes a list.
 */
const SPOKEN = [
  'data-name',
  'title',
  'alt',
  'placeholder',
  'label',
  'abbr',
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'aria-valuetext',
];

interface Attribute {
  name: string;
  value: string;
}
interface Tag {
  tagName: string;
  attrs: readonly Attribute[];
}
interface Tools {
  convert: Convert;
  /** The public origin. */
  siteUrl: string;
}

/** Gives the new value of an attribute; undefined to keep it. */
type Rule = (tag: Tag, value: string, tools: Tools) => string | undefined;

const link: Rule = (tag, href) => (attribute(tag, 'hreflang') === undefined ? keepTraditional(href) : undefined);

/**
 * Rules by element and attribute, for what is not shown text and yet changes. A link with a
 * language of its own keeps its target.
 */
const rules: Record<string, Rule> = {
  'html lang': () => 'zh-Hant',
  'a href': link,
  'area href': link,
  'form action': link,
  'button formaction': link,
  'input formaction': link,
  'link href': (tag, href, { siteUrl }) =>
    attribute(tag, 'rel') === 'canonical' ? keepTraditionalAt(href, siteUrl) : undefined,
  'meta content': (tag, content, { convert, siteUrl }) => {
    const property = attribute(tag, 'property');
    if (property === 'og:url') return keepTraditionalAt(content, siteUrl);
    return property === 'og:locale' ? 'zh_TW' : convert(content);
  },
  'input value': (tag, value, { convert }) =>
    ['submit', 'button', 'reset'].includes(attribute(tag, 'type') ?? '') ? convert(value) : undefined,
};

/**
 * Converts the attributes of a start tag to traditional characters and addresses.
 * @returns whether anything changed
 */
export function rewriteAttributes(tag: Tag, tools: Tools): boolean {
  let changed = false;
  for (const each of tag.attrs) {
    const rule = rules[`${tag.tagName} ${each.name}`];
    const value = SPOKEN.includes(each.name) ? tools.convert(each.value) : rule?.(tag, each.value, tools);
    if (value === undefined || value === each.value) continue;
    each.value = value;
    changed = true;
  }
  return changed;
}

/** Gives the value of an attribute of a start tag. */
export const attribute = (tag: Tag, name: string): string | undefined =>
  tag.attrs.find((each) => each.name === name)?.value;
