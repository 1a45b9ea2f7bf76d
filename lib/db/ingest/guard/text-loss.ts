import { SourceFileError } from '@/lib/source-files';
import { withoutHalves } from '@/lib/gazette/words/chars';
import type { Loss } from './find-losses';

/** An ingest would lose held text: nothing of the file is stored. */
export class TextLoss extends SourceFileError {
  override name = 'TextLoss';
}

/** Characters of what would be lost that a message shows. */
const BEGINNING = 24;

const ADVICE =
  'What is held stays as it is. If the file is right, run the same again with --accept; --dry-run --report FILE.html shows every change.';

/**
 * Makes the error that stops an ingest.
 * @param losses at least one, the gravest first
 */
export function textLoss(path: string, losses: readonly Loss[]): TextLoss {
  const [first, ...others] = losses;
  const more = others.length > 0 ? `; and ${others.length} more` : '';
  return new TextLoss(path, `${describeLoss(first!)}${more}`, ADVICE, first!.line);
}

/** Says in one sentence, without its end, what would be lost. */
export function describeLoss({
  kind,
  former,
  lost,
  of,
  beginning,
}: Omit<Loss, 'former'> & { former: Pick<Loss['former'], 'title' | 'docNumber'> }): string {
  const document = `${former.docNumber ?? ''}《${former.title}》`;
  const words = `“${begin(beginning)}”`;
  switch (kind) {
    case 'document':
      return `${document} is not in it any more (it begins ${words})`;
    case 'contents':
      return `the contents name ${words}, and its text is not found as a document of its own any more`;
    case 'words':
      return `${grouped(lost)} of ${grouped(of)} characters of ${document} would be lost, from ${words} on`;
    case 'citations':
      return `${lost} of ${of} citations of ${document} would be lost, the first of them ${words}`;
  }
}

const begin = (text: string): string =>
  text.length > BEGINNING ? `${withoutHalves(text.slice(0, BEGINNING))}…` : text;

/** 100000 as 100,000. */
const grouped = (count: number): string => count.toLocaleString('en');
