import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';

/**
 * Chinese fonts for pictures: Noto Sans SC, which is made of some hundred slices of characters, so
 * that a card loads the few it needs (about 60 KB each). A picture is made on the server, which may
 * have no Chinese font of its own.
 */
const FOLDER = path.join(process.cwd(), 'node_modules', '@fontsource', 'noto-sans-sc');

const WEIGHTS = [400, 700] as const;
type Weight = (typeof WEIGHTS)[number];

export interface Font {
  name: string;
  data: Buffer;
  weight: Weight;
  style: 'normal';
}

/**
 * A slice of the font: its name in file names, and first and last code points of its characters.
 */
interface Slice {
  name: string;
  ranges: [number, number][];
}

let slices: Promise<Slice[]> | undefined;
const loaded = new Map<string, Promise<Buffer>>();

async function readSlices(): Promise<Slice[]> {
  const text = await readFile(path.join(FOLDER, 'unicode.json'), 'utf8');
  const table = z.record(z.string(), z.string()).parse(JSON.parse(text));
  return Object.entries(table).map(([name, ranges]) => ({
    name: name.replace(/[[\]]/g, ''),
    ranges: ranges.split(',').map((range) => {
      const [first = '', last = first] = range.replace('U+', '').split('-');
      return [parseInt(first, 16), parseInt(last, 16)];
    }),
  }));
}

/**
 * Loads the slices that have the characters of a picture's text.
 * It does so for the words of either weight.
 * The Latin slice comes first. A character that the font lacks is left to the picture's own
 * fallback.
 */
export async function loadFonts(words: Readonly<Record<Weight, string>>): Promise<Font[]> {
  const named = await Promise.all(WEIGHTS.map(async (weight) => ({ weight, names: await slicesOf(words[weight]) })));
  return Promise.all(named.flatMap(({ weight, names }) => names.map((slice) => loadSlice(slice, weight))));
}

async function slicesOf(text: string): Promise<string[]> {
  const table = await (slices ??= readSlices());
  const wanted = new Set<string>(['latin']);
  for (const code of new Set([...text].map((character) => character.codePointAt(0)!))) {
    const slice = table.find(({ ranges }) => ranges.some(([first, last]) => first <= code && code <= last));
    if (slice) wanted.add(slice.name);
  }
  return [...wanted];
}

async function loadSlice(slice: string, weight: Weight): Promise<Font> {
  const file = `noto-sans-sc-${slice}-${weight}-normal.woff`;
  let data = loaded.get(file);
  if (!data) {
    data = readFile(path.join(FOLDER, 'files', file));
    loaded.set(file, data);
  }
  // A name of its own for each slice: the renderer then tries one after the other.
  return { name: `noto-${slice}`, data: await data, weight, style: 'normal' };
}
