/** Makes an element with attributes and children; an attribute that is `undefined` is left out. */
export function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string | undefined>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/**
 * What a button that copies holds (components/ui/CopyButton): the word itself changes when it is
 * done.
 */
export const copyWords = (words: string): HTMLElement[] => [
  make('span', { class: 'before' }, words),
  make('span', { class: 'after', 'aria-hidden': 'true' }, '已复制'),
];
