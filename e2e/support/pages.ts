/** One of each kind of page, for what has to hold on all of them. */
export interface KindOfPage {
  name: string;
  address: string;
  /** Is set otherwise on a phone than its like are. */
  phone?: true;
}

export const kindsOfPages: KindOfPage[] = [
  { name: 'home', phone: true, address: '/' },
  { name: 'all municipalities', address: '/shi' },
  { name: 'municipality', phone: true, address: '/shili' },
  { name: 'issue', phone: true, address: '/shili/issues/2023/2' },
  { name: 'document', phone: true, address: '/shili/shizhengfa-2023-5' },
  { name: 'document with a list of repeals', address: '/shili/shizhengfa-2024-1' },
  { name: 'words inside a document', phone: true, address: '/shili/shizhenggui-2023-1?q=社区食堂' },
  { name: 'nothing inside a document', address: '/shili/shizhenggui-2023-1?q=这几个字哪里都没有' },
  { name: 'text of a day', phone: true, address: '/shili/shizhenggui-2023-1?on=2023-07-01' },
  { name: 'no text of that day', address: '/shili/shizhenggui-2023-1?on=1999-01-01' },
  { name: 'web of a document', phone: true, address: '/shili/shizhenggui-2023-1/web' },
  { name: 'timeline', phone: true, address: '/shili/timeline?year=2023' },
  { name: 'register of bases', phone: true, address: '/shili/validity?tab=basis' },
  { name: 'corrections', phone: true, address: '/shili/corrections' },
  { name: 'register', phone: true, address: '/shili/validity' },
  { name: 'subjects', address: '/topics' },
  { name: 'subject', phone: true, address: '/topics/社保' },
  { name: 'order', address: '/shili/shilishirenminzhengfuling-7' },
  { name: 'section', phone: true, address: '/shili/shizhengfa-2023-5/a-4.1.7' },
  { name: 'words inside a section', address: '/shili/shizhenggui-2023-1/a-t10?q=送餐' },
  { name: 'table alone', phone: true, address: '/shili/shizhengfa-2022-8/f1-biao1' },
  { name: 'address without a page', phone: true, address: '/shili/a/b/c/d' },
  { name: 'number not held', phone: true, address: '/wenhao/示政办发〔2020〕33号' },
  { name: 'number with a choice', address: '/wenhao/示政规2023' },
  { name: 'wanted list', phone: true, address: '/wenhao' },
  { name: 'wanted list of an agency', address: '/wenhao?agency=示政办发' },
  { name: 'number unreadable', address: '/wenhao/社区食堂' },
  { name: 'search', address: '/search' },
  { name: 'results', phone: true, address: '/search?q=社区食堂' },
  { name: 'results for a number', address: '/search?q=示政办发2022-15&sort=newest' },
  { name: 'nothing found', address: '/search?q=这几个字哪里都没有' },
  { name: 'checker', phone: true, address: '/check' },
  { name: 'keyboard help', address: '/keyboard' },
  { name: 'accessibility statement', address: '/accessibility' },
  { name: 'not found', address: '/shili/nosuch' },
];

/** The same of the real gazettes, which are on a portal of their own. */
export const kindsOfRealPages: KindOfPage[] = [
  { name: 'long real document', address: '/benxi/benzhengfa-2022-2', phone: true },
  { name: 'real plan', address: '/fuxin/fuweifa-2022-35' },
  { name: 'web of a real document', address: '/benxi/benzhenggui-2023-1/web' },
  { name: 'real municipality', address: '/benxi' },
];

/** Where 长者模式 leaves things out or sets them otherwise. */
export const simplePages = [
  '/',
  '/shili',
  '/shili/issues/2023/2',
  '/shili/shizhengfa-2023-5',
  '/shili/shizhengfa-2024-1',
  '/shili/shizhengfa-2022-8/f1-biao1',
  '/search?q=社区食堂',
];
