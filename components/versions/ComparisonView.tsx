import type { ComparedEntry, Comparison, ShownStretch } from '@/lib/views/versions/comparison';

/** What two versions differ in: what was changed, put in and taken out, and what only moved. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const { entries, counts, rest } = comparison;
  if (entries.length === 0) return <p className="quiet">两版的文字没有不同。</p>;
  return (
    <>
      <p className="quiet">{countWords(counts)}</p>
      <ol className="compared">
        {entries.map((entry, at) => (
          <li key={at} className={entry.kind}>
            {entry.addresses.map((address) => (
              <span key={address} id={address} className="former-anchor" />
            ))}
            <Entry entry={entry} />
          </li>
        ))}
      </ol>
      {rest > 0 && <p className="quiet">另有 {rest} 处不同，这里不再列出，请对照两版全文。</p>}
    </>
  );
}

function Entry({ entry }: { entry: ComparedEntry }) {
  switch (entry.kind) {
    case 'moved':
      return (
        <p className="compared-move">
          {span(entry.from)}移为{span(entry.to)}，文字未变
        </p>
      );
    case 'changed':
      return (
        <>
          <h2>
            {entry.formerName === entry.name ? entry.name : `${entry.formerName} → ${entry.name}`}
            <small>改动</small>
          </h2>
          <Text stretches={entry.stretches} />
        </>
      );
    default:
      return (
        <>
          <h2>
            {entry.name}
            <small>{entry.kind === 'gone' ? '删去' : '新增'}</small>
          </h2>
          <Text stretches={entry.stretches} />
        </>
      );
  }
}

/** The words; what stands on lines of its own stays there. */
function Text({ stretches }: { stretches: readonly ShownStretch[] }) {
  return (
    <p className="compared-text">
      {stretches.map(({ kind, text }, at) =>
        kind === 'removed' ? (
          <del key={at}>{text}</del>
        ) : kind === 'added' ? (
          <ins key={at}>{text}</ins>
        ) : (
          <span key={at}>{text}</span>
        ),
      )}
    </p>
  );
}

const span = (names: readonly string[]): string => (names.length === 1 ? names[0]! : `${names[0]!}至${names.at(-1)!}`);

function countWords(counts: Comparison['counts']): string {
  const words: [keyof Comparison['counts'], string][] = [
    ['changed', '改动'],
    ['added', '新增'],
    ['gone', '删去'],
    ['moved', '移动'],
  ];
  return `${words
    .filter(([kind]) => counts[kind] > 0)
    .map(([kind, word]) => `${word} ${counts[kind]} 处`)
    .join('，')}。`;
}
