import { hooked, readHook } from '@/components/browser/hooks';

/** A line of the contents list and what it leads to. */
export interface ReadingPosition {
  link: HTMLAnchorElement;
  target: HTMLElement;
  /** The branch of the contents list that is open while one reads there. */
  branch: HTMLDetailsElement | null;
  /** 四、（一）落实…: the section, and only the number of the one above it. */
  words: string;
}

/** Gives the sections that the contents list names, in the order of the text. */
export function findReadingPositions(): ReadingPosition[] {
  const contents = document.querySelector(hooked('contents'));
  if (!contents) return [];
  const links = [...contents.querySelectorAll('a')].filter(
    (link) => !link.matches(hooked('handle')) && !link.closest(hooked('boxes')),
  );
  return links.flatMap((link) => {
    const id = idOf(link);
    const target = document.getElementById(id);
    if (!target) return [];
    const around = link.closest<HTMLDetailsElement>(hooked('branch'));
    const above = around && links.find((other) => idOf(other) === readHook(around, 'branch'));
    const words = (above ? numberOf(above) : '') + link.textContent;
    const branch = around ?? contents.querySelector<HTMLDetailsElement>(hooked('branch', id));
    return [{ link, target, branch, words }];
  });
}

/** The address within the page that a link leads to. */
const idOf = ({ hash }: HTMLAnchorElement): string => decodeURIComponent(hash.slice(1));

/** 四、 in front of the name of a line; nothing where it has none. */
const numberOf = ({ children: [number, name] }: HTMLAnchorElement): string => (name ? (number?.textContent ?? '') : '');
