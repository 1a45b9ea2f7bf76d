import type { TocGroup } from '@/lib/db/queries/selects';
import { searchUrl } from '@/lib/search-params';

type Entry = TocGroup['entries'][number];

/** Things to search for that are really there: made from documents of the newest issues. Nothing where there are none. */
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

/** A number as it is often typed, one in its full form, and words of a title. */
export function chooseExamples(entries: readonly Entry[]): string[] {
  const held = entries.flatMap(({ document }) => document ?? []);
  const numbers = held.flatMap(({ docNumber }) => docNumber ?? []);
  const typed = numbers[0]?.replace('〔', ' ').replace('〕', ' ').replace(/号$/, '');
  const subject = held.flatMap(({ title }) => subjectOf(title) ?? [])[0];
  return [...new Set([typed, numbers[1], subject])].filter((example) => example !== undefined);
}

/** 节水行动 of 关于印发示例市节水行动实施方案的通知: the last words before the kind of document. */
function subjectOf(title: string): string | null {
  const match = /([\p{Script=Han}]{4,6})(?:实施方案|行动方案|工作方案|方案|规划|办法|意见|规定|措施|计划)/u.exec(title);
  return match?.[1]?.replace(/^.*?(?:关于|印发|全市|市|县|区|期|年|的)/u, '') ?? null;
}
