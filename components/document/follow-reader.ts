/**
 * Rules that let the contents list follow the reader without script: 一、 always, (一) of the branch
 * being read. In a browser that cannot tell which link's target is in view a branch opens by hand.
 * With script, read-along.ts does the same everywhere. They stand in the page, because the CSS
 * compiler of Next 16 does not know `:target-current` yet and warns at every build.
 */
export const followReader = `@supports (scroll-target-group: auto) {
  @media (min-width: 1024px) and (scripting: none) {
    .toc > details { scroll-target-group: auto }
    .toc li:has(:target-current) > details::details-content { content-visibility: visible; block-size: auto }
    .toc li:has(:target-current) > a, .toc a:target-current { font-weight: 600 }
    .toc a:target-current { border-left-color: var(--color-qing); color: var(--color-ink) }
  }
}`.replace(/\s+/g, ' ');
