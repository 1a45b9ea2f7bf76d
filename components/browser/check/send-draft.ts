import { hooked } from '@/components/browser/hooks';
import { DRAFT_FIELD, DRAFT_LIMIT, problemWords, type CheckState } from '@/lib/check/state';

/**
 * Sends a draft without leaving the page, and shows the answer in its place.
 * Whatever the answer is, and where none comes, the field keeps what was typed.
 */
export function sendDraftsHere(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches(hooked('check'))) return;
    event.preventDefault();
    void send(form);
  });
}

async function send(form: HTMLFormElement): Promise<void> {
  const button = form.querySelector('button')!;
  const draft = fieldOf(form).value;
  const kind = draft.trim() === '' ? 'empty' : draft.length > DRAFT_LIMIT ? 'tooLong' : null;
  if (kind) {
    showProblem(form, { kind, draft });
    return;
  }
  button.disabled = true;
  button.textContent = '核对中';
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new FormData(form) });
    show(new DOMParser().parseFromString(await answer.text(), 'text/html'), draft);
  } catch {
    showProblem(form, { kind: 'failed', draft });
  }
  button.disabled = false;
  button.textContent = '核对';
}

/**
 * Shows the main part of another page of the checker.
 * @throws where it is none: the words of a server in between, or of a page that failed
 */
function show(page: Document, draft: string): void {
  const main = page.querySelector('main');
  const form = main?.querySelector<HTMLFormElement>(hooked('check'));
  if (!main || !form) throw new Error('This is no page of the checker.');
  document.querySelector('main')!.replaceChildren(...main.childNodes);
  const field = fieldOf(form);
  field.value = draft;
  const place = field.hasAttribute('aria-invalid') ? field : document.querySelector<HTMLElement>('main h1');
  place?.focus();
}

function showProblem(form: HTMLFormElement, state: Pick<CheckState, 'kind' | 'draft'>): void {
  const problem = form.querySelector<HTMLElement>('[role=alert]')!;
  problem.textContent = problemWords(state);
  problem.hidden = false;
  fieldOf(form).setAttribute('aria-invalid', 'true');
  fieldOf(form).focus();
}

const fieldOf = (form: HTMLFormElement): HTMLTextAreaElement =>
  form.querySelector<HTMLTextAreaElement>(`textarea[name=${DRAFT_FIELD}]`)!;
