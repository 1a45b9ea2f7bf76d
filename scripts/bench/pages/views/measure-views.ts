import type { PageToMeasure } from '../find-pages';
import { startNginx } from '../../../testing/nginx';
import { besideRenderings, measureCold, type ColdTimes } from './cold';
import type { Views } from './find-views';
import type { Loader, LoadFigures, NamedLoader } from './load';

/** Kinds that are compared with nginx. */
const COMPARED = ['home', 'issue', 'document', 'longest document'];
const RENDERINGS = 12;

/** Views a second of one kind of page. */
interface ViewedPage extends PageToMeasure {
  warm: LoadFigures;
  /** With `If-None-Match`. */
  unchanged: LoadFigures;
  /** By nginx with deploy/nginx.conf; null where it was not measured. */
  front: LoadFigures | null;
  /** The same bytes by nginx from its disk; null where it was not measured. */
  file: LoadFigures | null;
}

/** What was measured of the speed of a portal. */
export interface MeasuredViews {
  loader: string;
  pages: ViewedPage[];
  /** `/healthz`, which the gateway passes on each time. */
  health: LoadFigures;
  cold: ColdTimes;
  /** Hits on the home page while 12 other pages are made. */
  beside: LoadFigures;
  /** Why something is left out. */
  notes: string[];
}

interface ViewOptions {
  /** For each figure. */
  seconds: number;
  /** Changes what is held, so that every page has to be made again. */
  change: () => Promise<void>;
  loader: NamedLoader;
  /** The program; null where there is none. */
  nginx: string | null;
}

/** Measures how fast a portal gives its pages. */
export async function measureViews(
  origin: string,
  { kinds, documents }: Views,
  { seconds, change, loader, nginx }: ViewOptions,
): Promise<MeasuredViews> {
  const { load } = loader;
  await change();
  const cold = await measureCold(origin, documents);
  const pages: ViewedPage[] = [];
  for (const kind of kinds) pages.push(await viewPage(origin, kind, seconds, load));
  const health = await load(`${origin}/healthz`, seconds);
  await warm(origin, '/');
  const beside = await besideRenderings(origin, documents, RENDERINGS, () => load(`${origin}/`, seconds));
  const notes: string[] = [];
  if (nginx === null) notes.push('There is no nginx here, and none can be installed: its figures are left out.');
  else await compareWithNginx(nginx, origin, pages, seconds, load);
  return { loader: loader.name, pages, health, cold, beside, notes };
}

async function viewPage(origin: string, kind: PageToMeasure, seconds: number, load: Loader): Promise<ViewedPage> {
  const tag = await warm(origin, kind.address);
  const unchanged = await load(origin + kind.address, seconds, { 'If-None-Match': tag });
  return { ...kind, warm: await load(origin + kind.address, seconds), unchanged, front: null, file: null };
}

/** Reads a page once; gives its entity tag. */
async function warm(origin: string, address: string): Promise<string> {
  const answer = await fetch(origin + address);
  await answer.arrayBuffer();
  const tag = answer.headers.get('etag');
  if (answer.status !== 200 || tag === null)
    throw new Error(`${address} cannot be measured: status ${answer.status}${tag === null ? ', no ETag' : ''}`);
  return tag;
}

async function compareWithNginx(
  program: string,
  origin: string,
  pages: ViewedPage[],
  seconds: number,
  load: Loader,
): Promise<void> {
  const nginx = await startNginx(program, [Number(new URL(origin).port)]);
  try {
    for (const [at, page] of pages.entries()) {
      if (!COMPARED.includes(page.name)) continue;
      const answer = await fetch(origin + page.address);
      nginx.addFile(`${at}.html`, Buffer.from(await answer.arrayBuffer()));
      await warm(nginx.address, page.address);
      page.front = await load(nginx.address + page.address, seconds);
      page.file = await load(`${nginx.files}/${at}.html`, seconds);
    }
  } finally {
    await nginx.stop();
  }
}
