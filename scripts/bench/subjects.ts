import { backup } from './backup';
import { citations } from './citations';
import { folder } from './folder';
import { pages } from './pages';
import { parse } from './parse';
import { readers } from './readers';
import { register } from './register';
import { search } from './search';
import type { Bench } from './subject';
import { versions } from './versions';

/** A bench is a file of this folder and a row here. */
export const subjects: Record<string, Bench | undefined> = {
  pages,
  readers,
  register,
  parse,
  search,
  citations,
  backup,
  folder,
  versions,
};
