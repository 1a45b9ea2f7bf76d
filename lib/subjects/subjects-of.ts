import { SUBJECTS } from './subjects';

const wordsOf = (text: string): string[] => text.split(' ').filter((word) => word !== '');
const TABLE = SUBJECTS.map(({ name, stated, title, agency }) => ({
  name,
  stated: wordsOf(stated),
  title: wordsOf(title),
  agency: wordsOf(agency),
}));

/** Says nothing of a subject, and has 民政 in it. */
export const GOVERNMENT = '人民政府';

const hasAny = (text: string | null | undefined, words: readonly string[]): boolean =>
  words.some((word) => text?.replaceAll(GOVERNMENT, ' ').includes(word));

/**
 * Names the subjects of a document.
 *
 * They follow from its stated 主题分类 where that means some, else from title and agency.
 */
export function subjectsOf(document: { topic?: string | null; title: string; agency?: string | null }): string[] {
  const stated = TABLE.filter((subject) => hasAny(document.topic, subject.stated));
  const found =
    stated.length > 0
      ? stated
      : TABLE.filter(({ title, agency }) => hasAny(document.title, title) || hasAny(document.agency, agency));
  return found.map(({ name }) => name);
}

/** Lists words of a 主题分类 for a subject; null where there is none. */
export const statedWordsOf = (name: string): readonly string[] | null =>
  TABLE.find((subject) => subject.name === name)?.stated ?? null;
