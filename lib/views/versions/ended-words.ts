import { formatIssue } from '@/lib/text/format';
import { typesetText } from '@/lib/text/typography';
import { dayOf } from './notice-view';

/** A document that is not held any more, as far as it is told. */
export interface Ended {
  title: string;
  docNumber: string | null;
  municipalityName: string;
  issueYear: number | null;
  issueNumber: number | null;
  arrivedAt: Date;
  endedAt: Date;
  end: string;
  endReason: string | null;
}

/** Headings of the pages of what is not held any more, by how it ended. */
export const ENDED_TITLES = {
  withdrawn: '本站已撤下这份文件',
  gone: '本站不再收录这份文件',
  moved: '这份文件的文字已归入别的文件',
  section: '此处的文字已有变动',
  issue: '本站不再收录这一期公报',
  version: '这一版的文字已经抹除',
  municipality: '本站不再收录这个地方的公报和文件',
} as const;

/** The heading for an end; rows of a later release may have others. */
export const endedTitle = (end: string): string =>
  end === 'withdrawn' || end === 'moved' ? ENDED_TITLES[end] : ENDED_TITLES.gone;

/** 《示例市河道管理办法》（示政发〔2023〕2号） */
export const nameEnded = ({ title, docNumber }: Pick<Ended, 'title' | 'docNumber'>): string =>
  `《${typesetText(title).replace(/^《|》$/gu, '')}》${docNumber === null ? '' : `（${docNumber}）`}`;

/** What it was, since when it is not held, and why, in sentences. */
export function endedSentences(document: Ended): string[] {
  const { municipalityName, issueYear, issueNumber, arrivedAt, endedAt, end, endReason } = document;
  const source =
    issueYear !== null && issueNumber !== null
      ? `载于${municipalityName}人民政府公报${formatIssue({ year: issueYear, number: issueNumber })}`
      : `${municipalityName}单行文件`;
  const how = end === 'withdrawn' ? '撤下' : end === 'moved' ? '归入别的文件' : '不再收录';
  return [
    `${nameEnded(document)}，${source}。`,
    `本站自${dayOf(arrivedAt)}收录，${dayOf(endedAt)}${how}。`,
    ...(endReason === null ? [] : [`原因：${typesetText(endReason).replace(/[。.]$/u, '')}。`]),
  ];
}

/** What a former issue was, since when it is not held, and why. */
export function endedIssueSentences(issue: {
  municipalityName: string;
  year: number;
  number: number;
  documents: number;
  endedAt: Date;
  endReason: string | null;
}): string[] {
  const { municipalityName, endedAt, endReason, documents } = issue;
  return [
    `${municipalityName}人民政府公报${formatIssue(issue)}，收录时有 ${documents} 件文件。`,
    `本站${dayOf(endedAt)}起不再收录。`,
    ...(endReason === null ? [] : [`原因：${typesetText(endReason).replace(/[。.]$/u, '')}。`]),
  ];
}

/** What a municipality had that has no document any more, and since when. */
export function endedMunicipalitySentences(municipality: { name: string; documents: number; endedAt: Date }): string[] {
  const { name, documents, endedAt } = municipality;
  return [`本站收录过${name}的 ${documents} 件文件。`, `${dayOf(endedAt)}起不再收录。`];
}
