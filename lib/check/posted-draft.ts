import { DRAFT_FIELD } from './state';

/** Bytes that are read of a posted form, at most: 50,000 characters are 150 KB. */
const LARGEST = 4 * 2 ** 20;

/** A draft that was read, or what came instead of one. */
export type PostedDraft =
  { kind: 'read'; draft: string } | { kind: 'unreadable'; draft: string } | { kind: 'tooLarge'; draft: '' };

/**
 * Reads the draft of a posted form, whichever build its page is from.
 * It never throws. A form that is broken, or no form, gives back what looks like the draft; a
 * connection that breaks nothing. Forms send line ends as CR LF; the draft has LF.
 */
export async function readPostedDraft({ headers, body }: Pick<Request, 'headers' | 'body'>): Promise<PostedDraft> {
  const bytes = await readBytes(body).catch(() => new Uint8Array());
  if (!bytes) return { kind: 'tooLarge', draft: '' };
  const type = headers.get('content-type') ?? '';
  const draft = /^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i.test(type)
    ? await readField(bytes, type)
    : null;
  return draft === null
    ? { kind: 'unreadable', draft: withPlainLines(recoverDraft(bytes, type)) }
    : { kind: 'read', draft: withPlainLines(draft) };
}

const withPlainLines = (text: string): string => text.replace(/\r\n?/g, '\n');

/** Reads a body to its end; null where that is too far. */
async function readBytes(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for (const reader = body?.getReader(); reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > LARGEST) {
      await reader.cancel();
      return null;
    }
    pieces.push(value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** Reads the field of a form; null where the form is broken. */
async function readField(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<string | null> {
  try {
    const form = await new Response(bytes, { headers: { 'Content-Type': type } }).formData();
    const value = form.get(DRAFT_FIELD) ?? '';
    return typeof value === 'string' ? value : await value.text();
  } catch {
    return null;
  }
}

/** Finds the draft in a broken form, or in a text that is none; empty where nothing looks so. */
function recoverDraft(bytes: Uint8Array, type: string): string {
  const text = new TextDecoder().decode(bytes);
  if (/^(text\/|$)/i.test(type)) return text.replace(new RegExp(`^${DRAFT_FIELD}=`), '').trimEnd();
  const name = text.indexOf(`name="${DRAFT_FIELD}"`);
  const begin = name < 0 ? -1 : text.indexOf('\r\n\r\n', name);
  if (begin < 0) return '';
  const end = text.indexOf('\r\n--', begin + 4);
  return text.slice(begin + 4, end < 0 ? undefined : end);
}
