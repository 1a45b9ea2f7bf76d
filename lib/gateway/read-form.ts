import type { IncomingMessage } from 'node:http';
import { Busy } from './work-limits';

/** Bytes that a form may have. Up to there the page says what is too long. */
export const LONGEST_FORM = 9_000_000;

/** What is posted is longer than any form of the portal. */
export class FormTooLong extends Error {
  override name = 'FormTooLong';
}

/**
 * Reads what is posted, to its end.
 * @throws FormTooLong; Busy when the reader leaves before
 */
export function readForm(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= LONGEST_FORM) chunks.push(chunk);
      else reject(new FormTooLong(`A form has more than ${LONGEST_FORM} bytes.`));
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('close', () => reject(new Busy('The reader has left.')));
    request.once('error', () => reject(new Busy('The reader has left.')));
  });
}
