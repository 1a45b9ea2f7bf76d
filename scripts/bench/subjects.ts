import { parse } from './parse';
import type { Subject } from './subject';

/** A bench is a file of this folder and a row here. */
export const subjects: Record<string, Subject | undefined> = {
  parse,
};
