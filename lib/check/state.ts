import type { CheckReport } from './report';

/** Characters of a draft, at most. */
export const DRAFT_LIMIT = 50_000;

/**
 * What the page of the checker shows.
 * What cannot be checked gives the draft back where it can.
 */
export type CheckState =
  | { kind: 'start'; draft: '' }
  /** Nothing was pasted. */
  | { kind: 'empty'; draft: string }
  /** More than DRAFT_LIMIT characters. */
  | { kind: 'tooLong'; draft: string }
  /** So many bytes that they were not read to the end. */
  | { kind: 'tooLarge'; draft: '' }
  /** What was posted is no form, or is broken. */
  | { kind: 'unreadable'; draft: string }
  /** Another site posted it. */
  | { kind: 'foreign'; draft: '' }
  /** The database or the network did not answer. */
  | { kind: 'failed'; draft: string }
  | { kind: 'checked'; draft: string; report: CheckReport };

/** The status of the page that shows a state. */
export const CHECK_STATUS: Record<CheckState['kind'], number> = {
  start: 200,
  empty: 400,
  tooLong: 413,
  tooLarge: 413,
  unreadable: 400,
  foreign: 403,
  failed: 503,
  checked: 200,
};

/** Name of the form's field with the draft: the same in every build. */
export const DRAFT_FIELD = 'draft';

/** Says in one sentence why a draft was not checked, null where it was. */
export function problemWords({ kind, draft }: Pick<CheckState, 'kind' | 'draft'>): string | null {
  switch (kind) {
    case 'empty':
      return '还没有文字。请先贴入文稿。';
    case 'tooLong':
      return `文稿有 ${draft.length} 字，超过了 ${DRAFT_LIMIT} 字，还没有核对。请分几段来，全文还在下面。`;
    case 'tooLarge':
      return `文稿太长，没有读完，也没有核对。请返回上一页取回文稿，分成不超过 ${DRAFT_LIMIT} 字的几段再来。`;
    case 'unreadable':
      return draft === ''
        ? '没有读到文稿。请在下面贴入文稿，再按“核对”。'
        : '文稿没有按表单的格式送来，还没有核对。收到的文字在下面，请看一看是否完整，再按“核对”。';
    case 'foreign':
      return '这份文稿是从别的网站送来的，没有核对。请在下面贴入文稿，再按“核对”。';
    case 'failed':
      return draft === ''
        ? '这一次没有核对成。请返回上一页取回文稿，过一会儿再试。'
        : '这一次没有核对成，文稿还在下面。请过一会儿再试。';
    default:
      return null;
  }
}
