import 'server-only';
import { checkReference, DRAFT_LIMIT, readDraft, REFERENCES_LIMIT, type CheckState } from '@/lib/check';
import { log } from '@/lib/logging/log';
import { lookUpReferences } from './check';

/**
 * Checks a draft against what is held.
 * It lives as long as this call: nothing of it is stored or logged, an error is named by its kind
 * alone.
 */
export async function checkDraft(draft: string): Promise<CheckState> {
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
    log('draft not checked', {}, error);
    return { kind: 'failed', draft };
  }
}
