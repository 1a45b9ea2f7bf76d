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
  return [...document.querySelectorAll<HTMLAnchorElement>('.toc li > a')].flatMap((link) => {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!target) return [];
    const above = link.closest('details')?.closest('li')?.querySelector(':scope > a');
    const branch = (above ? link.closest('details') : null) ?? link.parentElement?.querySelector('details') ?? null;
    const words = [above, link]
      .map((line) => line?.textContent ?? '')
      .filter(Boolean)
      .join('　');
    return [{ link, target, branch, words }];
  });
}
