import { EXAMPLES } from '@/lib/addresses/testing/examples';
import { policyOf } from '@/lib/caching/policies';

/**
 * What readers of a drill type: words of both scripts, a number, a phrase, and what breaks whoever
 * takes an address apart. Nothing of it stands in any text.
 */
export const PLANTED = [
  'zarquonfrob',
  'Quux Wibblefish',
  '鸢尾暗语',
  '"鳶尾暗語" 驺虞',
  '鸢虞办发〔2031〕7719号',
  "zarquonfrob'); --鸢尾暗语\n    at zarquonfrob (/srv/zarquonfrob.js:7719:7719)",
];
/** The draft of somebody who lets it be checked. */
export const PLANTED_DRAFT = `根据《鸢尾暗语管理办法》（鸢虞办发〔2031〕7719号）第七条，特此通知 zarquonfrob。`;

/** Pieces by which they are recognised, in both scripts, however they were written. */
const PIECES = [
  'zarquonfrob',
  'wibblefish',
  '鸢尾',
  '鳶尾',
  '暗语',
  '暗語',
  '驺虞',
  '騶虞',
  '鸢虞',
  '鳶虞',
  '〔2031〕',
  '(2031)',
];

/** Lists the forms in which a piece could stand in a log. */
function formsOf(piece: string): string[] {
  const bytes = Buffer.from(piece);
  const percent = encodeURIComponent(piece);
  const codes = [...piece].map((character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [
    piece,
    bytes.toString('latin1'),
    percent,
    encodeURIComponent(percent),
    percent.replaceAll('%', '\\x'),
    bytes.toString('hex'),
    codes.join(''),
    ...[0, 1, 2].flatMap((shift) => base64Within(bytes, shift)),
  ].map((form) => form.toLowerCase());
}

/** Gives the part of base64 that says these bytes, wherever they begin in what is encoded. */
function base64Within(bytes: Buffer, shift: number): string[] {
  const whole = Buffer.concat([Buffer.alloc(shift), bytes]);
  const text = whole.toString('base64url').slice(Math.ceil((shift * 8) / 6), Math.floor((whole.length * 8) / 6));
  // Of fewer characters chance would make some.
  return text.length < 7 ? [] : [text, text.replaceAll('-', '+').replaceAll('_', '/')];
}

/** Finds planted words in a text; gives each with what stands around it. */
export function plantedIn(text: string): string[] {
  const lower = text.toLowerCase();
  return PIECES.flatMap((piece) =>
    formsOf(piece).flatMap((form) => {
      const at = lower.indexOf(form);
      return at < 0 ? [] : [`${form}: …${text.slice(Math.max(0, at - 200), at + 100)}…`];
    }),
  );
}

const encode = encodeURIComponent;

/**
 * Lists an address of every route, with a word in each of its parameters. A new route is among
 * them.
 */
export function routesWith(word: string): string[] {
  const w = encode(word);
  return Object.entries(EXAMPLES).flatMap(([pattern, { address }]) => {
    const path = encodeURI(address.split('?', 1)[0]!);
    const parameters = [...policyOf(path).policy.parameters, 'q', 'unknown'];
    const query = parameters.map((name) => `${name}=${w}`).join('&');
    return [`${path}?${query}`, `${pattern.replace(/\[+(?:\.\.\.)?\w+\]+/g, w)}?${query}`];
  });
}

/** Lists the addresses in which a word can stand, percent-encoded. */
export function addressesWith(word: string): string[] {
  const w = encode(word);
  const held = '/shili/shizhengfa-2022-8';
  const queries = [
    `/search?q=${w}`,
    `/search?q=${w}&agency=${w}&genre=${w}&municipality=${w}&from=${w}&to=${w}&issue=${w}&place=${w}&validity=${w}&sort=${w}&page=${w}`,
    `/search?q=%E7%A4%BE%E5%8C%BA&agency=${w}`,
    `/search?${w}=${w}`,
    `/search?q=${w}&at=${w}`,
    `/go?to=${w}&at=${w}`,
    `/api/v1/search?${w}=${w}`,
    `/search.csv?q=${w}`,
    `/search.atom?q=${w}`,
    `/api/v1/search?q=${w}&agency=${w}`,
    `/api/v1/suggest?q=${w}`,
    `/api/v1/peek?of=/${w}`,
    `/api/v1/share?municipality=${w}&document=${w}&section=${w}`,
    `${held}?q=${w}`,
    `${held}/a-1?q=${w}&relation=${w}&cited=${w}`,
    `${held}/web?above=${w}&below=${w}`,
    `/api/v1/documents${held}/citations?page=${w}&citedPage=${w}`,
    `/wenhao?agency=${w}&year=${w}&number=${w}`,
    `/wenhao.atom?number=${w}`,
    `/wenhao.csv?agency=${w}&year=${w}`,
    `/shili?year=${w}&page=${w}`,
    `/?${w}`,
    `/display?${w}=${w}`,
    `/healthz?${w}`,
    `/readyz?token=${w}`,
    `/check?draft=${w}`,
    `/search.json?q=${w}`,
    `/wenhao.json?number=${w}`,
    `/shili/agency.atom?name=${w}`,
  ];
  const paths = [
    `/${w}`,
    `/${w}/${w}`,
    `/${w}/${w}/${w}/${w}`,
    `/shili/${w}`,
    `${held}/${w}`,
    `${held}/files/${w}.docx`,
    `/shili/issues/${w}/${w}`,
    `/shili/issues/2023/1/files/${w}`,
    `/shili/timeline/${w}`,
    `/wenhao/${w}`,
    `/wenhao/${w}?relation=${w}`,
    `/api/v1/wenhao/${w}`,
    `/api/v1/documents/${w}/citations`,
    `/api/v1/documents/shili/${w}/citations`,
    `/api/v1/${w}`,
    `/card/${w}`,
    `/card/shili/${w}`,
    `/sitemaps/${w}`,
    `/_next/static/${w}/${w}.js`,
    `/_next/image?url=${w}`,
    `/_next/data/${w}.json`,
    `/${w}.atom`,
    `/${w}/agency.json?name=${w}`,
    `/shili/${w}/feed.atom`,
    `${held}/${w}/feed.json`,
    `/search%2f${w}`,
    `//${w}`,
  ];
  const traditional = [queries[0]!, queries[10]!, queries[14]!, paths[0]!, paths[3]!, paths[9]!].map(
    (address) => `/zh-hant${address}`,
  );
  return [...queries, ...paths, ...traditional];
}
