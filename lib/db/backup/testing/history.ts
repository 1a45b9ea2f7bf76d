import type { createClient } from '@/lib/db/client';
import { ingestPaths } from '@/lib/db/ingest';
import type { IngestFolder } from '@/lib/db/testing/ingest-folder';
import { documentText, issueText } from '@/lib/db/testing/texts';

const CITY = '样板市';
const parking = {
  number: '样政发〔2023〕5号',
  title: '样板市人民政府关于规范路边停车的通知',
  body: ['一、范围', '城区道路。有效期至2030年12月31日。', '二、责任', '依照样政发〔2022〕6号办理。'],
};
const markets = {
  title: '样板市人民政府关于改造老旧菜市场的通知',
  body: ['一、目标', '三年内改造完毕。', '二、依据', '落实样政发〔2023〕5号精神，样政发〔2022〕7号同时废止。'],
};
const wells = {
  number: '样政发〔2022〕7号',
  title: '样板市人民政府关于保护古井的通知',
  body: ['一、古井', '古井一律挂牌。'],
};
const corrections = `misprints:
  - printed: 样政发〔2022〕6号
    right: 样政发〔2022〕7号
    source: 样板市人民政府办公室来函
repeals:
  - document: 样政发〔2023〕5号
    by: 样政发〔2024〕1号
    day: 2024-03-01
    source: 样板市人民政府办公室来函
`;

/** Where a document without a number was before it got one: it leads to its address now. */
export const BEFORE_ITS_NUMBER = '/yangban/yangbanshirenminzhengfuguanyugaizaolaojiucaishichangdetong-20230301';

/** Addresses of an invented city. Texts in the folder alone would not give all of them. */
export const ADDRESSES = {
  /** Of the same text in an issue, which came later. */
  second: '/yangban/yangzhengfa-2023-5-2',
  /** Of a document that had no number when it was ingested first. */
  withItsNumber: '/yangban/yangzhengfa-2023-8',
  /** Of a document whose file is gone. */
  ofGoneFile: '/yangban/yangzhengfa-2022-7',
};

/**
 * Ingests texts of an invented city as years do: some come later, change, get a number, go.
 *
 * Reading the folder anew would give other addresses, and less.
 */
export async function ingestHistory(prisma: ReturnType<typeof createClient>, folder: IngestFolder): Promise<void> {
  const ingest = async (): Promise<void> => {
    const { files, corrections: lists } = await ingestPaths([folder.path], { prisma });
    const problems = [...files.flatMap(({ error }) => error ?? []), ...lists.flatMap(({ errors }) => errors)];
    if (problems.length > 0) throw new Error(JSON.stringify(problems));
  };
  await folder.write('z-parking.txt', documentText(parking, CITY));
  await folder.write('markets.txt', documentText(markets, CITY));
  await folder.write('wells.txt', documentText(wells, CITY));
  await ingest();
  await folder.write('a-issue.txt', issueText(2023, 2, [parking], CITY));
  await folder.write('markets.txt', documentText({ ...markets, number: '样政发〔2023〕8号' }, CITY));
  await ingest();
  await folder.write('corrections.yml', corrections);
  await folder.remove('wells.txt');
  await ingest();
}
