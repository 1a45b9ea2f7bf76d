import type { TocGroupRow } from '@/lib/db/queries/selects';
import { searchUrl } from '@/lib/addresses/search-params';

type Entry = TocGroupRow['entries'][number];

/**
 * Things to search for that are really there: made from documents of the newest issues. Nothing
 * where there are none.
 */
export function Examples({ documents }: { documents: readonly Entry[] }) {
  const examples = chooseExamples(documents);
  if (examples.length === 0) return null;
  return (
    <p className="examples">
      <span>例如</span>
      {examples.map((example) => (
        <a key={example} href={searchUrl({ q: example })}>
          {example}
        </a>
      ))}
    </p>
  );
}

/**
 * Chooses example searches from the newest entries.
 * @returns a number as it is often typed, one in its full form, and words of a title
 */
export function chooseExamples(entries: readonly Entry[]): string[] {
  const held = entries.flatMap(({ document }) => document ?? []);
  const numbers = held.flatMap(({ docNumber }) => docNumber ?? []);
  const typed = numbers[0]?.replace('〔', ' ').replace('〕', ' ').replace(/号$/, '');
  const subject = held.flatMap(({ title }) => subjectOf(title) ?? [])[0];
  return [...new Set([typed, numbers[1], subject])].filter((example) => example !== undefined);
}

/** 公共空间品质提升 of 关于印发《示例市公共空间品质提升规划》的通知: what a title is about, between the usual words. */
function subjectOf(title: string): string | null {
  const after = title.replace(/^.*(?:印发|关于)[《“]*/u, '').replace(/^[\p{Script=Han}]{1,3}市(?!民|场|政|容)/u, '');
  const subject =
    /^(?:推进|加强|做好|开展|进一步)?(?![在对将由从])([\p{Script=Han}]{3,12}?)(?:的|若干|实施|行动|工作|规划|方案|办法|意见|措施)/u.exec(
      after,
    );
  return subject?.[1] ?? null;
}
