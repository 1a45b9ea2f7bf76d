import { sentenceReach } from './sentence-around';

const leadsToAlias = /(?:以下|下)?(?:简称|合称|统称) ?[:“"]?$/;
const aliasBehind = /^[^()。;]{0,40}?(?:简称|下称) ?[:]?(?:《([^《》]{1,30})》|“《?([^“”]{1,30}?)》?”)/;

/** Tells whether what begins at a place is a short name that is defined there: 以下简称《办法》. */
export const isAliasDefinition = (text: string, start: number): boolean =>
  leadsToAlias.test(text.slice(Math.max(0, start - 10), start));

/**
 * Reads the short name that the bracket behind a reference defines: (国发〔2022〕22号,以下简称《通知》).
 * @param from where the words behind the reference begin
 */
export function aliasFrom(text: string, from: number): string | undefined {
  const match = aliasBehind.exec(text.slice(from, from + sentenceReach));
  return match?.[1] ?? match?.[2];
}
