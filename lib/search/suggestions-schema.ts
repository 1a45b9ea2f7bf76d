import { z } from 'zod';
import { SUGGESTION_KINDS, type Suggestion } from './engine';

const suggestionSchema = z.object({
  kind: z.enum(SUGGESTION_KINDS),
  text: z.string().min(1),
  detail: z.string().nullable(),
  href: z.string().startsWith('/'),
  marks: z.array(z.object({ start: z.int().min(0), end: z.int().min(0) })),
}) satisfies z.ZodType<Suggestion>;

/** The answer of `GET /api/v1/suggest?q=`. */
export const suggestionsSchema = z.object({ suggestions: z.array(suggestionSchema) });
