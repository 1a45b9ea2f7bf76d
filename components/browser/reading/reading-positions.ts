import { hooked, readHook } from '@/components/browser/hooks';

/** A line of the contents list and what it leads to. */
export interface ReadingPosition {
  link: HTMLAnchorElement;
  target: HTMLElement;
  /** The branch of the contents list that holds the line, to be opened while one reads there. */
  branch: HTMLDetailsElement | null;
  /** 四、加强养老服务体系建设　（一）落实…: the way down to it. */
  words: string;
}

/** Gives the places that the contents list names, in the order of the text. */
export function findReadingPositions(): ReadingPosition[] {
  const contents = document.querySelector(hooked('contents'));
  if (!contents) return [];
  const links = [...contents.querySelectorAll('a')];
  const linkTo = new Map(links.map((link) => [idOf(link), link]));
  const branches = [...contents.querySelectorAll<HTMLDetailsElement>(hooked('branch'))];
  const branchBelow = new Map(branches.map((branch) => [readHook(branch, 'branch'), branch]));
  return links.flatMap((link) => {
    const target = document.getElementById(idOf(link));
    if (!target) return [];
    const around = link.closest<HTMLDetailsElement>(hooked('branch'));
    const above = around && linkTo.get(readHook(around, 'branch')!);
    const words = [above, link]
      .map((line) => line?.textContent ?? '')
      .filter(Boolean)
      .join('　');
    return [{ link, target, branch: around ?? branchBelow.get(idOf(link)) ?? null, words }];
  });
}

/** The address within the page that a link leads to. */
const idOf = ({ hash }: HTMLAnchorElement): string => decodeURIComponent(hash.slice(1));
