import { textOf } from '@/lib/gazette';
import type * as ast from '@/lib/gazette/ast';
import { formatDate, formatIssue } from '@/lib/text/format';
import { citationOf, type CitedDocument } from '@/lib/text/standard-citation';
import { typesetText } from '@/lib/text/typography';
import { explainStanding } from '@/lib/views/document/standing';
import type { SectionView } from '@/lib/views/document/section-view';
import type { Validity } from '@/lib/validity/validity';
import { VALIDITY_WORDS } from '@/lib/validity/words';
import { breakLines, clampLines } from './picture-lines';
import { drawQr, type Qr } from './qr';

/** Pixels of a section's picture: its width, its margins, and the side of its square. */
export const PICTURE = { width: 1080, margin: 72, square: 1080 } as const;
/** Sizes of type, heights of their lines and longest lines, in pixels and ems. */
export const TYPE = {
  title: { size: 30, line: 46, ems: 31, most: 3 },
  name: { size: 48, line: 68, ems: 19, most: 5 },
  text: { size: 36, line: 64, ems: 26 },
  small: { size: 26, line: 40, ems: 26, most: 5 },
} as const;
/** Most characters of a section's text; of a longer one the first, and where the rest is. */
const LONGEST = 600;

/** What the picture of a section is made of: all of it in lines that fit. */
export interface SectionPicture {
  number: string;
  /** 已失效, or nothing. */
  state: string;
  /** 有效期至2025年12月31日 */
  why: string;
  title: string[];
  /** 四、加强养老服务体系建设 › （一）… */
  path: string[];
  name: string[];
  /** The text; empty lines part nothing, each line is as it stands. */
  text: string[];
  /** Says how much is not there; empty where all is. */
  rest: string;
  citation: string[];
  /** Municipality, day and issue. */
  source: string;
  qr: Qr | null;
}

/** What a picture says of its document. */
interface PicturedDocument extends CitedDocument {
  tree: ast.Document;
  municipality: { name: string; sample: boolean };
  issue: Parameters<typeof formatIssue>[0] | null;
}

/**
 * Lays out the picture of a section that people send to each other.
 * @param url absolute address of the section with the key of its words, for the QR code
 */
export function viewPicture(
  document: PicturedDocument,
  section: SectionView,
  validity: Validity,
  url: string,
): SectionPicture {
  const { text, rest } = cutText(listParagraphs(section));
  const { municipality, signedOn, issue } = document;
  const isTold = validity.state !== 'unknown' && validity.state !== 'inForce';
  const path = section.ancestors.map(({ name }) => name).join(' › ');
  return {
    number: document.docNumber ?? municipality.name,
    state: isTold ? VALIDITY_WORDS[validity.state] : '',
    why: isTold ? (explainStanding(validity) ?? '') : '',
    title: clampLines(breakLines(typesetText(document.title), TYPE.title.ems), TYPE.title.most),
    path: clampLines(breakLines(path, TYPE.title.ems), TYPE.title.most),
    name: clampLines(breakLines(section.name.replace(/(?<=[、）])　/u, ''), TYPE.name.ems), TYPE.name.most),
    text: text.flatMap((paragraph) => breakLines(paragraph, TYPE.text.ems)),
    rest,
    citation: clampLines(breakLines(citationOf(document, section.node.id), TYPE.small.ems), TYPE.small.most),
    source: [
      municipality.sample ? '示例' : '',
      municipality.name,
      signedOn && formatDate(signedOn),
      issue && `公报${formatIssue(issue)}`,
    ]
      .filter(Boolean)
      .join('　'),
    qr: drawQr(url),
  };
}

/** The paragraphs of a section, without the heading that stands above them in larger type. */
function listParagraphs({ node }: SectionView): string[] {
  const lines = textOf(node)
    .split('\n')
    .map((line) => line.trim());
  const isHeaded = node.type === 'callout' || (node.type === 'section' && node.heading.length > 0 && !node.runIn);
  const own = isHeaded ? lines.slice(1) : lines;
  // Cells of a row, parted.
  return own.filter(Boolean).map((line) => `　　${typesetText(line.replaceAll('\t', ' ｜ '))}`);
}

/** Keeps the first paragraphs, up to the last sentence that has space. */
function cutText(paragraphs: readonly string[]): { text: string[]; rest: string } {
  const whole = paragraphs.join('').replaceAll('　', '').length;
  if (whole <= LONGEST) return { text: [...paragraphs], rest: '' };
  const text: string[] = [];
  let left = LONGEST;
  for (const paragraph of paragraphs) {
    if (paragraph.length <= left) {
      text.push(paragraph);
      left -= paragraph.length;
      continue;
    }
    const cut = paragraph.slice(0, left);
    const sentence = cut.slice(0, cut.lastIndexOf('。') + 1);
    if (sentence.length > 0) text.push(sentence);
    else if (text.length === 0) text.push(`${cut}…`);
    break;
  }
  return { text, rest: `（以上为前 ${LONGEST} 字以内，全节约 ${whole} 字，扫码看全部）` };
}

/** Gives the height of a whole picture in pixels. */
export function heightOf({ title, path, name, text, rest, citation, why }: SectionPicture): number {
  const head = 14 + 9 + 40 + 56 + 12 + (why === '' ? 0 : 48) + (title.length + path.length) * TYPE.title.line + 16;
  const body = 28 + name.length * TYPE.name.line + 24 + (text.length + (rest === '' ? 0 : 1)) * TYPE.text.line;
  return head + body + 48 + Math.max(250, (citation.length + 3) * TYPE.small.line + 30) + 56;
}
