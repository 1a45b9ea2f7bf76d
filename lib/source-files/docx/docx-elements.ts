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
 * Chooses the form of a text box or symbol that has text in it. Newer Word files keep each in two
 * forms.
 */
export function alternativeOf(element: ParsedElement): ParsedElement {
  const choices = elementsIn(element).filter(({ name }) => name === 'mc:Choice' || name === 'mc:Fallback');
  return choices.find((choice) => holds(choice, 'w:t') || holds(choice, 'w:sym')) ?? choices[0] ?? element;
}

/** Lists children of a name, also those inside of content controls and insertions. */
export function unwrapped(element: ParsedElement, name: string): ParsedElement[] {
  return elementsIn(element).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'w:sdt' || wrappers.has(child.name) ? unwrapped(child, name) : [];
  });
}

/** Joins the characters of all runs below an element, also of deleted ones. */
export function inkBelow(element: ParsedElement): number {
  let ink = 0;
  for (const child of elementsIn(element)) {
    if (child.name === 'w:t' || child.name === 'w:delText')
      ink += inkOf(child.children.filter((part) => typeof part === 'string').join(''));
    else ink += inkBelow(child);
  }
  return ink;
}
