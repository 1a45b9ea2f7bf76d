import { ask } from './reader';

interface Request {
  address: string;
  cookie: string;
}

/** Five choices under 显示; most readers have none. */
const CHOICES = [
  ...Array.from({ length: 8 }, () => ''),
  ...['size%3Dlarge', 'theme%3Ddark', 'elder%3Don', 'face%3Dsong'].map((choice) => `display=${choice}`),
];

/**
 * Makes a mix of requests as readers make them: address number n of the sitemaps, the newest first,
 * is read 1/n as often as the first. The same mix at each call.
 */
export async function zipf(portal: string, requests: number): Promise<{ mix: Request[]; addresses: number }> {
  const addresses: string[] = [];
  for (const name of ['places', 'documents-1']) {
    const { text } = await ask(portal, `/sitemaps/${name}.xml`);
    addresses.push(...[...text.matchAll(/<loc>https?:\/\/[^/]+([^<]*)/g)].map(([, address]) => address!));
  }
  addresses.push('/documents.atom', '/search?q=社区', '/wenhao', '/shili/timeline', '/keyboard', '/check');
  addresses.push(...['txt', 'docx'].map((kind) => `/shili/shizhengfa-2022-8/files/document.${kind}`));
  const weights = addresses.map((_, at) => 1 / (at + 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const random = generator(20_261_130);
  const mix = Array.from({ length: requests }, () => {
    let rest = random() * sum;
    const at = weights.findIndex((weight) => (rest -= weight) < 0);
    return { address: addresses[at]!, cookie: CHOICES[Math.floor(random() * CHOICES.length)]! };
  });
  return { mix, addresses: addresses.length };
}

/** Gives numbers from 0 to 1 that look random (mulberry32), the same for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
