/** An element of XML; `undefined` attributes are left out. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string | number | undefined>;
  children: readonly XmlNode[];
}

/** A child of an element: another one, or text. */
export type XmlNode = XmlElement | string;

/** Makes an element. */
export const element = (
  name: string,
  attributes: XmlElement['attributes'] = {},
  ...children: readonly XmlNode[]
): XmlElement => ({ name, attributes, children });

/**
 * Characters that XML cannot hold: control characters and halves of surrogate pairs, which pasted
 * texts contain.
 */
const unprintable = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Removes what XML cannot hold. */
export const xmlText = (text: string): string => text.replace(unprintable, '');

/**
 * Prints an XML document; no blanks are added. Written here because the streaming writer of
 * xmlbuilder2 leaves a cell without words open, and its other one takes ten times as long.
 * @param root has the namespaces among its attributes
 */
export function printXml(root: XmlElement, doctype?: string): string {
  const pieces = ['<?xml version="1.0" encoding="UTF-8"?>\n'];
  if (doctype !== undefined) pieces.push(`<!DOCTYPE ${doctype}>\n`);
  write(root, pieces);
  return pieces.join('');
}

function write({ name, attributes, children }: XmlElement, pieces: string[]): void {
  pieces.push(`<${name}`);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) pieces.push(` ${key}="${escapeXml(String(value))}"`);
  }
  if (children.length === 0) {
    pieces.push('/>');
    return;
  }
  pieces.push('>');
  for (const child of children) {
    if (typeof child === 'string') pieces.push(escapeXml(child));
    else write(child, pieces);
  }
  pieces.push(`</${name}>`);
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Escapes text for an element or an attribute of XML or HTML. */
export const escapeXml = (text: string): string => xmlText(text).replace(/[&<>"]/g, (mark) => entities[mark]!);
