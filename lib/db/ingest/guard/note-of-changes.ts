import type { StoringPlan } from './plan-storing';

/** Shorter words may stand twice by right. */
const TELLING_LENGTH = 12;
/** Passages that stand twice from which it is told. */
const SOME = 2;

/**
 * Says what a person may not have meant, although nothing stops the file: passages that stand twice
 * now, documents in another order, words that are gone.
 * @returns undefined where there is nothing of the kind
 */
export function noteOfChanges({ succession, words }: StoringPlan): string | undefined {
  const { former, documents, formerOf, passages, matching } = succession;
  if (former.length === 0) return undefined;
  const count = new Map<string, number>();
  for (const { key } of passages.flat()) count.set(key, (count.get(key) ?? 0) + 1);
  const byAddress = passages.map((list) => new Map(list.map((passage) => [passage.address, passage])));
  const twice = matching.added
    .map(({ document, address }) => byAddress[document]!.get(address)!)
    .filter((passage) => passage.words.length >= TELLING_LENGTH && count.get(passage.key)! > 1);
  const order = documents.flatMap((document) => {
    const at = former.findIndex((each) => !each.hasEnded && each === formerOf.get(document));
    return at === -1 ? [] : [at];
  });
  const lost = words.reduce((sum, { characters }) => sum + characters, 0);
  const told = [
    ...(twice.length >= SOME
      ? [`${twice.length} passages stand in it twice, the first at line ${twice[0]!.line}`]
      : []),
    ...(order.some((at, index) => index > 0 && at < order[index - 1]!) ? ['its documents stand in another order'] : []),
    ...(lost > 0 ? [`${lost} characters are gone, former versions keep them`] : []),
  ];
  return told.length > 0 ? told.join('; ') : undefined;
}
