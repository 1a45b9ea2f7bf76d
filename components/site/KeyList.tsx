import type { KeyRow } from '@/lib/views/keys';

/** Keys and what they do. */
export function KeyList({ keys }: { keys: readonly KeyRow[] }) {
  return (
    <dl className="keys">
      {keys.map(({ key, words }) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
