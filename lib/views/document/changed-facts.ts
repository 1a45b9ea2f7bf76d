import { articleOfParagraph } from '@/lib/gazette';
import type { ShownFact } from '@/lib/key-facts/facts';

/**
 * Whether a decision changes the clause that a fact was lifted from.
 * @param changed addresses of sections and 款 that decisions change
 */
export const isChanged = ({ address }: ShownFact, changed: ReadonlySet<string> | undefined): boolean =>
  changed?.has(address) === true || changed?.has(articleOfParagraph(address) ?? address) === true;
