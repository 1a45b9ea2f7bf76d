import { inkOf } from '@/lib/source-files/blocks';
import { elementsIn, holds, type ParsedElement } from '@/lib/source-files/xml';

/** Elements that only wrap others. */
export const wrappers = new Set([
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:customXml',
  'w:smartTag',
  'mc:Choice',
  'mc:Fallback',
]);

/**
 * One of the two forms in which newer Word files keep a text box or symbol: the one with text in
 * it.
 */
export function alternativeOf(element: ParsedElement): ParsedElement {
  const choices = elementsIn(element).filter(({ name }) => name === 'mc:Choice' || name === 'mc:Fallback');
  return choices.find((choice) => holds(choice, 'w:t') || holds(choice, 'w:sym')) ?? choices[0] ?? element;
}

/** Children of a name, also those inside of content controls and insertions. */
export function unwrapped(element: ParsedElement, name: string): ParsedElement[] {
  return elementsIn(element).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'w:sdt' || wrappers.has(child.name) ? unwrapped(child, name) : [];
  });
}

/** Characters of all runs below, also of deleted ones. */
export function inkBelow(element: ParsedElement): number {
  let ink = 0;
  for (const child of elementsIn(element)) {
    if (child.name === 'w:t' || child.name === 'w:delText')
      ink += inkOf(child.children.filter((part) => typeof part === 'string').join(''));
    else ink += inkBelow(child);
  }
  return ink;
}
