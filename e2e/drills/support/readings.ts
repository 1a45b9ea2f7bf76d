import { ask, type Seen } from './reader';
import { until } from './until';

/** Pages whose answers are held when a drill begins. */
export const HELD_PAGES = [
  '/',
  '/shi',
  '/shili',
  '/shili/issues/2023/1',
  '/shili/shizhengfa-2022-8',
  '/shili/shizhengfa-2022-8/a-1',
  '/shili/timeline',
  '/search?q=社区',
  '/wenhao',
  '/wenhao/示政办发〔2020〕33号',
  '/zh-hant/shili',
];

/** The same for data and files. */
export const HELD_DATA = [
  '/documents.atom',
  '/sitemap.xml',
  '/sitemaps/places.xml',
  '/api/v1/search?q=社区',
  '/api/v1/peek?of=/shili/shizhengfa-2022-8',
  '/api/v1/documents/shili/shizhengfa-2022-8/citations',
  '/shili/shizhengfa-2022-8/files/document.docx',
  '/shili/issues/2023/1/files/issue.epub',
  '/card/shili/shizhengfa-2022-8',
];

/** Pages that need no data, beside the two forms. */
export const PAGES_WITHOUT_DATA = ['/keyboard', '/accessibility', '/check', '/search', '/zh-hant/keyboard'];

/** Pages that nobody has read with the choices of a drill. */
export const UNREAD_PAGES = [
  '/shili',
  '/shili/issues/2023/2',
  '/shili/shizhengfa-2023-2',
  '/shili/shizhengfa-2022-8/a-1',
  '/wenhao/示范政发〔2021〕30号',
  '/search?q=河道',
  '/zh-hant/shili/shizhengfa-2022-8',
  '/nothing-there',
];

/** Data and files that nobody has asked for before a drill. */
export const unreadData = (drill: number): string[] => [
  `/api/v1/wenhao/示政发〔2022〕${100 + drill}号`,
  `/api/v1/search?q=第${drill}`,
  `/search.atom?q=第${drill}`,
  `/search.csv?q=第${drill}`,
  `/shili/${DOCUMENTS[drill]!}/files/document.txt`,
  `/shili/${DOCUMENTS[drill]!}/files/document.docx`,
  `/card/shili/${DOCUMENTS[drill]!}`,
];

const DOCUMENTS = [
  'shizhenggui-2022-3',
  'shizhengfa-2023-2',
  'shizhengbanfa-2023-4',
  'shizhenggui-2023-1',
  'shizhengfa-2023-5',
  'shizhenggui-2023-4',
  'shizhengbanfa-2023-9',
  'shizhengbanhan-2023-12',
  'shifagaifa-2023-3',
  'shizhengfa-2024-1',
];

/** The cookie of the readers of a drill, whose choices under 显示 nobody else has. */
export const choiceOf = (drill: number): Record<string, string> => ({
  Cookie: `display=${encodeURIComponent(CHOICES[drill]!)}`,
});

const CHOICES = ['', '&keys=off'].flatMap((end) =>
  ['size=small', 'size=large', 'face=song', 'face=hei', 'theme=light', 'theme=dark', 'elder=on'].map(
    (choice) => choice + end,
  ),
);

/** Reads addresses at once; the order of the answers is that of the addresses. */
export const readAll = (
  base: string,
  addresses: readonly string[],
  headers: Record<string, string> = {},
): Promise<Seen[]> => Promise.all(addresses.map((address) => ask(base, address, { headers })));

/** Reads what is to be held in a drill. A portal that has just begun is slow. */
export async function readHeld(base: string): Promise<Map<string, Seen>> {
  const held = new Map<string, Seen>();
  for (const address of [...HELD_PAGES, ...HELD_DATA]) {
    await until(`${address} is there`, 20_000, async () => {
      const seen = await ask(base, address);
      held.set(address, seen);
      return seen.status === 200;
    });
  }
  return held;
}
