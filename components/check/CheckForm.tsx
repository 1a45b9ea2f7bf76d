import { DRAFT_FIELD, DRAFT_LIMIT, problemWords, type CheckState } from '@/lib/check/state';
import { checkUrl } from '@/lib/addresses/urls';
import { hook } from '@/components/browser/hooks';
import { CheckResults } from './CheckResults';

/**
 * The form that checks a draft, with the result above it.
 * A plain form, which any build can answer; script (browser/check) sends it without leaving the
 * page, so that a connection that breaks loses nothing.
 */
export function CheckForm({ state }: { state: CheckState }) {
  const isChecked = state.kind === 'checked';
  const problem = problemWords(state);
  return (
    <>
      <div className="head">
        <h1 tabIndex={-1}>{isChecked ? '核对结果' : '引文核对'}</h1>
        <p className="mt-3 max-w-(--measure)">
          贴入一段文稿，核对其中引用的文号、标题和条款：本站有没有，是否对应，还有没有效，规范的写法是什么。
        </p>
      </div>
      {isChecked && <CheckResults draft={state.draft} report={state.report} />}
      <form method="post" action={checkUrl()} encType="multipart/form-data" className="check" {...hook('check')}>
        <label htmlFor="draft">{isChecked ? '改一改，再核对' : '文稿'}</label>
        <p className="notice" role="alert" id="draft-problem" hidden={problem === null}>
          {problem}
        </p>
        <textarea
          id="draft"
          name={DRAFT_FIELD}
          rows={12}
          defaultValue={state.draft}
          aria-describedby="draft-problem draft-note"
          aria-invalid={problem === null ? undefined : true}
        />
        <p className="quiet" id="draft-note">
          最多 {DRAFT_LIMIT / 10_000} 万字。文稿只用来核对这一次，不保存，不记录，也不写进网址。
        </p>
        <button type="submit" className="button solid">
          核对
        </button>
      </form>
    </>
  );
}
