/** A step of the way from the home page to a page. */
export interface Crumb {
  label: string;
  /** The page itself has none. */
  href?: string;
}
