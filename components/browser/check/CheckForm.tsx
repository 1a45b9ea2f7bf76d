'use client';

import { useActionState, useEffect, useRef } from 'react';
import { DRAFT_FIELD, DRAFT_LIMIT, startState, type CheckState } from '@/lib/check/state';
import { CheckResults } from '@/components/check/CheckResults';

type Action = (previous: CheckState, form: FormData) => Promise<CheckState>;

/**
 * The form that checks a draft, with the result above it.
 * A page without script shows the result first so. What was pasted stays in the field whatever
 * happens.
 */
export function CheckForm({ action }: { action: Action }) {
  // Without script the server's own action answers the post; with script a broken connection must
  // not lose the draft.
  const [state, send, busy] = useActionState(typeof window === 'undefined' ? action : keepingDraft(action), startState);
  const result = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (state.kind === 'checked') result.current?.focus();
  }, [state]);
  const problem = problemOf(state);
  return (
    <>
      <div className="head">
        <h1 ref={result} tabIndex={-1}>
          {state.kind === 'checked' ? '核对结果' : '引文核对'}
        </h1>
        <p className="mt-3 max-w-(--measure)">
          贴入一段文稿，核对其中引用的文号、标题和条款：本站有没有，对不对得上，还有没有效，规范的写法是什么。
        </p>
      </div>
      {state.kind === 'checked' && <CheckResults draft={state.draft} report={state.report} />}
      <form action={send} className="check">
        <label htmlFor="draft">{state.kind === 'checked' ? '改一改，再核对' : '文稿'}</label>
        {problem && (
          <p className="notice" role="alert" id="draft-problem">
            {problem}
          </p>
        )}
        <textarea
          id="draft"
          name={DRAFT_FIELD}
          rows={12}
          defaultValue={state.draft}
          key={state.draft}
          aria-describedby={problem ? 'draft-problem draft-note' : 'draft-note'}
          aria-invalid={problem ? true : undefined}
        />
        <p className="quiet" id="draft-note">
          最多 {DRAFT_LIMIT / 10_000} 万字。文稿只用来核对这一次，不保存，不记录，也不写进网址。
        </p>
        <button type="submit" className="button solid" disabled={busy}>
          {busy ? '核对中' : '核对'}
        </button>
      </form>
    </>
  );
}

const keepingDraft =
  (action: Action): Action =>
  async (previous, form) => {
    const typed = form.get(DRAFT_FIELD);
    const draft = typeof typed === 'string' ? typed : '';
    if (draft.length > DRAFT_LIMIT * 2) return { kind: 'tooLong', draft };
    try {
      return await action(previous, form);
    } catch {
      return { kind: 'failed', draft };
    }
  };

function problemOf({ kind, draft }: CheckState): string | null {
  if (kind === 'empty') return '还没有文字。请先贴入文稿。';
  if (kind === 'failed') return '这一次没有核对成，文稿还在下面。请过一会儿再试。';
  if (kind !== 'tooLong') return null;
  return `文稿有 ${draft.length} 字，超过了 ${DRAFT_LIMIT} 字，还没有核对。请分几段来，全文还在下面。`;
}
