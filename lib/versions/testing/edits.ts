import { readNumeral } from '@/lib/gazette';
import type { Passage } from '@/lib/versions/passages';

/** Numbers from 0 to below 1, the same for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** An edit of a text; null where the text has no place for it. */
export type Edit = (lines: readonly string[], passages: readonly Passage[], random: () => number) => string[] | null;

const NEW_CLAUSE = '新增条款由有关部门另行制定实施细则,并于每年十二月向社会公布执行情况。';
const NUMERALS = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function numeralOf(value: number): string {
  if (value <= 10) return NUMERALS[value]!;
  const [hundreds, tens, ones] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10];
  const head = hundreds > 0 ? `${NUMERALS[hundreds]}百` : '';
  const middle =
    tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : NUMERALS[tens]}十` : hundreds > 0 && ones > 0 ? '零' : '';
  return head + middle + (ones > 0 ? NUMERALS[ones]! : '');
}

/** Clauses 第N条 of a text: where each begins, from 0, and its number. */
function articlesOf(lines: readonly string[], passages: readonly Passage[]): { at: number; number: number }[] {
  return passages.flatMap(({ kind, marker, line }) => {
    const numeral = /^第(.+)条$/u.exec(marker)?.[1];
    const number = kind === 'section' && numeral !== undefined ? readNumeral(numeral) : null;
    return number !== null && lines[line - 1]?.includes(marker) ? [{ at: line - 1, number }] : [];
  });
}

const pick = <Item>(items: readonly Item[], random: () => number): Item | undefined =>
  items[Math.floor(random() * items.length)];

/** Counts the clauses behind a place one up or down, as an editor does. */
function renumber(lines: string[], from: number, number: number, by: number): void {
  let expected = number;
  for (let at = from; at < lines.length; at++) {
    const marker = `第${numeralOf(expected)}条`;
    if (!lines[at]!.trimStart().startsWith(marker)) continue;
    lines[at] = lines[at]!.replace(marker, `第${numeralOf(expected + by)}条`);
    expected++;
  }
}

const insertClause: Edit = (lines, passages, random) => {
  const place = pick(articlesOf(lines, passages), random);
  if (!place) return null;
  const edited = [...lines];
  renumber(edited, place.at, place.number, 1);
  edited.splice(place.at, 0, `  第${numeralOf(place.number)}条 ${NEW_CLAUSE}`);
  return edited;
};

const deleteClause: Edit = (lines, passages, random) => {
  const articles = articlesOf(lines, passages);
  const index = Math.floor(random() * (articles.length - 1));
  const [place, next] = [articles[index], articles[index + 1]];
  if (!place || next?.number !== place.number + 1) return null;
  const edited = [...lines];
  renumber(edited, next.at, next.number, -1);
  edited.splice(place.at, next.at - place.at);
  return edited;
};

/** Lines of running text that are long enough to be changed. */
const longLines = (lines: readonly string[]): number[] =>
  lines.flatMap((line, at) =>
    line.trim().length > 40 && /^[\s]*[\p{Script=Han}]/u.test(line) && !line.includes('|') ? [at] : [],
  );

const insertParagraph: Edit = (lines, _passages, random) => {
  const at = pick(longLines(lines), random);
  return at === undefined ? null : [...lines.slice(0, at), `  ${NEW_CLAUSE}`, ...lines.slice(at)];
};

const deleteParagraph: Edit = (lines, _passages, random) => {
  const at = pick(longLines(lines), random);
  return at === undefined ? null : lines.filter((_, index) => index !== at);
};

const changeWords: Edit = (lines, _passages, random) => {
  const at = pick(longLines(lines), random);
  if (at === undefined) return null;
  const line = lines[at]!;
  const from = Math.floor(line.length / 2 + random() * (line.length / 4));
  return lines.with(at, `${line.slice(0, from)}甲乙${line.slice(from + 2)}`);
};

const splitParagraph: Edit = (lines, _passages, random) => {
  const at = pick(
    longLines(lines).filter((index) => lines[index]!.slice(10, -10).includes('。')),
    random,
  );
  if (at === undefined) return null;
  const line = lines[at]!;
  const cut = line.indexOf('。', 10) + 1;
  return [...lines.slice(0, at), line.slice(0, cut), `  ${line.slice(cut)}`, ...lines.slice(at + 1)];
};

const mergeParagraphs: Edit = (lines, _passages, random) => {
  const at = pick(
    longLines(lines).filter((index) => lines[index + 1]?.trim() !== ''),
    random,
  );
  if (at === undefined) return null;
  return [...lines.slice(0, at), lines[at]! + (lines[at + 1] ?? '').trimStart(), ...lines.slice(at + 2)];
};

const swapSections: Edit = (lines, passages, random) => {
  const heads = passages.flatMap(({ kind, marker, line }) =>
    kind === 'section' && /^[一二三四五六七八九十]+、/u.test(marker) ? [line - 1] : [],
  );
  const index = Math.floor(random() * (heads.length - 2));
  const [one, two, end] = heads.slice(index, index + 3);
  if (one === undefined || two === undefined || end === undefined || !(one < two && two < end)) return null;
  return [...lines.slice(0, one), ...lines.slice(two, end), ...lines.slice(one, two), ...lines.slice(end)];
};

const tableBefore: Edit = (lines, passages, random) => {
  const at =
    pick(
      passages.filter(({ kind }) => kind === 'table').map(({ line }) => line - 1),
      random,
    ) ?? pick(longLines(lines), random);
  if (at === undefined) return null;
  return [
    ...lines.slice(0, at),
    '| 项目 | 数量 | 单位 |',
    '| 长椅 | 12 | 把 |',
    '| 路灯 | 30 | 盏 |',
    '',
    ...lines.slice(at),
  ];
};

const retype: Edit = (lines) =>
  lines.map((line) => line.replace(/[ \t\u3000]+$/u, '').replace(/^[ \t\u3000]+/u, '    '));

const correctNumber: Edit = (lines, _passages, random) => {
  const places = lines.flatMap((line, at) => (/^\s*\S+〔\d{4}〕\d+号\s*$/u.test(line) ? [at] : []));
  const at = pick(places, random);
  return at === undefined
    ? null
    : lines.with(
        at,
        lines[at]!.replace(/〕(\d+)号/u, (_, serial: string) => `〕${Number(serial) + 700}号`),
      );
};

const correctTitle: Edit = (lines, _passages, random) => {
  const places = lines.flatMap((line, at) => (/^.{8,}的(?:通知|意见|决定|公告)\s*$/u.test(line.trim()) ? [at] : []));
  const at = pick(places, random);
  return at === undefined ? null : lines.with(at, lines[at]!.replace(/的(通知|意见|决定|公告)/u, '工作的$1'));
};

/** The edits that editors make, by name. */
export const EDITS: Readonly<Record<string, Edit>> = {
  insertClause,
  deleteClause,
  insertParagraph,
  deleteParagraph,
  changeWords,
  splitParagraph,
  mergeParagraphs,
  swapSections,
  tableBefore,
  retype,
  correctNumber,
  correctTitle,
};
