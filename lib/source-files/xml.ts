import { SaxesParser } from 'saxes';
import { UnreadableContent } from './blocks';

/** An element of XML, read strictly, within limits and without entities of its own (saxes). */
export interface ParsedElement {
  /**
   * w:p, w:tbl: prefixes are those of `prefixes`, whatever the file uses; a name of another
   * namespace has none.
   */
  name: string;
  /** By local name. */
  attributes: Record<string, string>;
  children: (ParsedElement | string)[];
}

const prefixes: [uri: RegExp, prefix: string][] = [
  [/\/wordprocessingml\/(?:\d{4}\/)?main$/, 'w:'],
  [/\/markup-compatibility\/2006$/, 'mc:'],
  [/\/math$/, 'm:'],
];

/** A table in a text box in a table stands 40 deep; a year of gazettes has 800,000 elements. */
const deepest = 200;
const mostElements = 1_500_000;

const damaged = 'Open it in Word or WPS, save it anew as .docx, and ingest that.';

/**
 * Parses an XML file.
 * @throws UnreadableContent
 */
export function parseXml(text: string): ParsedElement {
  const parser = new SaxesParser({ xmlns: true });
  const root: ParsedElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  const names = new Map<string, string>();
  let elements = 0;
  const prefixOf = (uri: string): string => {
    let prefix = names.get(uri);
    if (prefix === undefined) names.set(uri, (prefix = prefixes.find(([pattern]) => pattern.test(uri))?.[1] ?? ''));
    return prefix;
  };
  parser.on('doctype', () => {
    throw new UnreadableContent('its XML declares a document type, which Word never writes', damaged);
  });
  parser.on('error', () => {
    throw new UnreadableContent(`it is damaged: its XML breaks off in line ${parser.line}`, damaged);
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (open.length > deepest || ++elements > mostElements)
      throw new UnreadableContent(
        open.length > deepest
          ? `its XML stands more than ${deepest} deep in each other`
          : `its XML has more than ${mostElements.toLocaleString('en')} elements`,
        damaged,
      );
    const element: ParsedElement = { name: prefixOf(uri) + local, attributes: {}, children: [] };
    for (const attribute of Object.values(attributes)) element.attributes[attribute.local] = attribute.value;
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (words) => open.at(-1)!.children.push(words));
  parser.on('cdata', (words) => open.at(-1)!.children.push(words));
  parser.write(text).close();
  const [first] = elementsIn(root);
  return first ?? root;
}

/** Lists the element children of an element. */
export const elementsIn = (element: ParsedElement): ParsedElement[] =>
  element.children.filter((child): child is ParsedElement => typeof child !== 'string');

/** Gives the first child of that name. */
export const childOf = (element: ParsedElement | undefined, name: string): ParsedElement | undefined =>
  element?.children.find((child): child is ParsedElement => typeof child !== 'string' && child.name === name);

/** Lists the children of that name. */
export const childrenNamed = (element: ParsedElement | undefined, name: string): ParsedElement[] =>
  element ? elementsIn(element).filter((child) => child.name === name) : [];

/** Tests for an element of that name anywhere below. */
export const holds = (element: ParsedElement, name: string): boolean =>
  elementsIn(element).some((child) => child.name === name || holds(child, name));

/** Gives `w:val` of a child: <w:ilvl w:val="1"/>. */
export const valueOf = (element: ParsedElement | undefined, name: string): string | undefined =>
  childOf(element, name)?.attributes.val;

/** Gives `w:val` of a child as a whole number. */
export function numberOf(element: ParsedElement | undefined, name: string): number | undefined {
  const value = valueOf(element, name);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** Tests a switch of Word: on where it is there without a value of off. */
export function isOn(element: ParsedElement | undefined, name: string): boolean | undefined {
  const found = childOf(element, name);
  return found && !/^(?:0|false|off)$/.test(found.attributes.val ?? '');
}
