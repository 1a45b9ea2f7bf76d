import 'server-only';
import { readDocNumber } from '@/lib/gazette';
import { getClient } from '@/lib/db/client';
import { isForPrograms } from '@/lib/addresses/programs';
import { isRawNumber } from '@/lib/addresses/route-params';
import { bearsNumber } from '@/lib/db/queries/selects';
import { checkTreeVersion } from '@/lib/db/stored-tree';

/** Pages that make something of whatever they are asked, or always say the same. */
const OF_ANYTHING = ['search', 'check', 'shi', 'keyboard', 'accessibility'];

/**
 * Takes the decoded segments of an address below the root; gives whether a page answers it, with
 * one indexed look at the database and no tree loaded. For proxy.ts, which has to know the status
 * before the page is rendered. Rejects when the database does not answer.
 * @throws StoredTreeError where the page's document is stored as a tree of another version
 */
export async function isHeld(segments: readonly string[]): Promise<boolean> {
  const [first, second, third, fourth] = segments;
  if (isForPrograms(segments)) return true;
  const client = getClient();
  if (first === 'wenhao' && second !== undefined && readDocNumber(segments.slice(1).join('/')) === null) return false;
  // These make a page of anything; they only need a database that answers.
  if (first === undefined || first === 'wenhao' || (OF_ANYTHING.includes(first) && second === undefined)) {
    await client.$queryRaw`SELECT 1`;
    return true;
  }
  const municipality = { slug: first };
  if (second === undefined) return (await client.municipality.count({ where: municipality })) > 0;
  if (second === 'issues') {
    if (third === undefined || fourth === undefined || segments.length > 4) return false;
    const [year, number] = [Number(third), Number(fourth)];
    if (![year, number].every((value) => Number.isInteger(value) && value > 0 && value < 10_000)) return false;
    return (await client.issue.count({ where: { municipality, ...bearsNumber(year, number) } })) > 0;
  }
  if (segments.length > 3) return false;
  if (second === 'timeline')
    return third === undefined && (await client.municipality.count({ where: municipality })) > 0;
  const document = { municipality, slug: second };
  const isSection = third !== undefined && third !== 'web';
  const held = await client.document.findFirst({
    where: { ...document, ...(isSection && { sections: { some: { address: third } } }) },
    select: { treeVersion: true },
  });
  if (held) checkTreeVersion(held.treeVersion, `${first}/${second}`);
  if (held || third !== undefined) return held !== null;
  // A raw 文号 in the place of an address is sent on by the page, whether its document is held or
  // not.
  return isRawNumber(second);
}
