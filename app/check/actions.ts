'use server';

import { z } from 'zod';
import { DRAFT_FIELD, DRAFT_LIMIT, checkReference, readDraft, REFERENCES_LIMIT, type CheckState } from '@/lib/check';
import { lookUpReferences } from '@/lib/db/queries/numbers/check';

const draftSchema = z.string().catch('');

/**
 * Checks a pasted draft. It lives as long as this call: nothing of it is stored or logged, an error
 * is named by its kind alone. Next compares the request's origin with the portal's own before it
 * calls this.
 */
export async function checkDraft(_previous: CheckState, form: FormData): Promise<CheckState> {
  // Forms send line ends as CR LF.
  const draft = draftSchema.parse(form.get(DRAFT_FIELD)).replace(/\r\n?/g, '\n');
  if (draft.trim() === '') return { kind: 'empty', draft };
  if (draft.length > DRAFT_LIMIT) return { kind: 'tooLong', draft };
  const { references, left } = readDraft(draft, REFERENCES_LIMIT);
  try {
    const known = await lookUpReferences(references);
    return {
      kind: 'checked',
      draft,
      report: { findings: references.map((each) => checkReference(each, known)), left },
    };
  } catch (error) {
    console.error('A draft was not checked:', error instanceof Error ? error.name : typeof error);
    return { kind: 'failed', draft };
  }
}
