import { hooked } from './hooks';

/** Makes an element with attributes and children; an attribute that is `undefined` is left out. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | undefined>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  setAttributes(element, attributes);
  element.append(...children);
  return element;
}

/** Sets attributes of an element; one that is `undefined` is left alone. */
export function setAttributes(element: Element, attributes: Record<string, string | undefined>): void {
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
}

/** Gives what a button that copies holds, as shared/CopyButton does: its word changes when done. */
export const copyWords = (words: string): HTMLElement[] => [
  make('span', { class: 'before' }, words),
  make('span', { class: 'after', 'aria-hidden': 'true' }, '已复制'),
];

/** Opens the rows of a long table that are folded away around an element. */
export const unfoldRows = (inside: Element | null): void => {
  for (const rest of inside?.closest(hooked('table'))?.querySelectorAll(hooked('more-rows')) ?? [])
    rest.setAttribute('open', '');
};
