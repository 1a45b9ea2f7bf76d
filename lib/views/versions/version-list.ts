import { dayOf } from './notice-view';

/** A change of a document, as the ledger has it. */
export interface ChangeRow {
  at: Date;
  cause: string;
  fromVersion: number;
  toVersion: number;
  formerNumber: string | null;
  formerTitle: string | null;
  moved: number;
  changed: number;
  gone: number;
  added: number;
}

/** A line of the list of versions, the newest first. */
export interface VersionLine {
  /** The version that it tells of. */
  version: number;
  day: string;
  /** 原文更正, 整理更正, 收录 */
  cause: '原文更正' | '整理更正' | '收录';
  /** 改动 3 处，移动 99 处 */
  counts: string;
  number: { former: string; next: string | null } | null;
  title: { former: string; next: string } | null;
  /** The version before, where the words are others. */
  before: number | null;
  /** Whether it is the newest line of its version, where this is the one that can be read. */
  isLast: boolean;
}

/**
 * Lists the versions of a document from its changes.
 * @param changes the newest first
 */
export function listVersionLines(
  document: { title: string; docNumber: string | null; arrivedAt: Date },
  changes: readonly ChangeRow[],
): VersionLine[] {
  let { title, docNumber } = document;
  const seen = new Set<number>();
  const isLast = (version: number): boolean => !seen.has(version) && Boolean(seen.add(version));
  const lines = changes.map((change): VersionLine => {
    const { at, cause, fromVersion, toVersion, formerNumber, formerTitle } = change;
    const line: VersionLine = {
      version: toVersion,
      day: dayOf(at),
      cause: cause === 'text' ? '原文更正' : '整理更正',
      counts: countWords(change),
      number: formerNumber === null ? null : { former: formerNumber, next: docNumber },
      title: formerTitle === null ? null : { former: formerTitle, next: title },
      before: fromVersion < toVersion ? fromVersion : null,
      isLast: isLast(toVersion),
    };
    docNumber = formerNumber ?? docNumber;
    title = formerTitle ?? title;
    return line;
  });
  const first: VersionLine = {
    version: 1,
    day: dayOf(document.arrivedAt),
    cause: '收录',
    counts: '',
    number: null,
    title: null,
    before: null,
    isLast: isLast(1),
  };
  return [...lines, first];
}

function countWords({ changed, moved, gone, added }: ChangeRow): string {
  const counts: [string, number][] = [
    ['改动', changed],
    ['新增', added],
    ['删去', gone],
    ['移动', moved],
  ];
  return counts
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count} 处`)
    .join('，');
}
