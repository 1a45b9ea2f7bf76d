import type { Page } from '@playwright/test';

/**
 * Finds what reaches beyond the right edge of the page.
 * What stands in something that scrolls by itself does not count.
 * @returns the elements, the page first if it scrolls
 */
export async function findOverflow(page: Page): Promise<string[]> {
  const width = page.viewportSize()!.width;
  return page.evaluate((width) => {
    const describe = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} to ${Math.round(element.getBoundingClientRect().right)}: ${element.textContent.slice(0, 30)}`;
    // The copied head of a table goes along with the table, which scrolls.
    const scrolls = (element: Element) =>
      ['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || element.matches('[data-head-copy]');
    const isInside = (element: Element): boolean => {
      for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
        if (scrolls(around)) return true;
      }
      return false;
    };
    const beyond = [...document.body.querySelectorAll('*')].filter((element) => {
      const { right, width: own } = element.getBoundingClientRect();
      return own > 0 && right > width + 1 && element.checkVisibility() && !isInside(element);
    });
    const page = document.documentElement.scrollWidth;
    return [...(page > width ? [`the page is ${page} wide`] : []), ...beyond.slice(0, 5).map(describe)];
  }, width);
}
