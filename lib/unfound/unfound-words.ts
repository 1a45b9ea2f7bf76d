import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { normalise } from '@/lib/search/text/normalise';
import { readEnvironment } from '@/lib/settings/env';
import { calendarDay } from '@/lib/settings/today';
import { addNoted, isNotable, NOTED_LIMIT, newUnfound, type UnfoundFile } from './tally';

const HOUR = 3_600_000;

const schema: z.ZodType<UnfoundFile> = z.object({
  key: z.string().min(32),
  asked: z.record(z.string(), z.array(z.iso.date())),
  words: z.array(z.object({ words: z.string(), last: z.iso.date(), days: z.int() })),
});

/** What this process has noted since it wrote last. */
interface Noted {
  days: Map<string, Set<string>>;
  timer: NodeJS.Timeout | null;
}

// A build may put this module into several bundles of one process.
const holder = globalThis as { gongbaoUnfound?: Noted };
const noted = (): Noted => (holder.gongbaoUnfound ??= { days: new Map(), timer: null });

/**
 * Notes that a search found nothing; the file is written once an hour.
 *
 * Nothing is kept but the words and the day, of China's calendar. It does nothing where
 * UNFOUND_WORDS is off.
 */
export function noteUnfound(q: string, now = new Date()): void {
  const words = normalise(q);
  if (!readEnvironment().unfoundWords || !isNotable(words)) return;
  const { days } = noted();
  if (!days.has(words) && days.size >= NOTED_LIMIT) return;
  days.set(words, (days.get(words) ?? new Set()).add(calendarDay(now).toISOString().slice(0, 10)));
  noted().timer ??= setTimeout(() => writeUnfound(), HOUR).unref();
}

/**
 * Writes what was noted into the file of the portal, and forgets it.
 * @returns the words that were asked on enough days
 */
export function writeUnfound(file = unfoundFile()): UnfoundFile['words'] {
  const { days, timer } = noted();
  if (timer) clearTimeout(timer);
  holder.gongbaoUnfound = { days: new Map(), timer: null };
  try {
    const next = addNoted(readUnfound(file), days);
    mkdirSync(path.dirname(file), { recursive: true });
    const unfinished = `${file}.${process.pid}`;
    writeFileSync(unfinished, `${JSON.stringify(next, null, 1)}\n`, { mode: 0o600 });
    renameSync(unfinished, file);
    return next.words;
  } catch {
    // A full disk costs an hour's words, and no reader an answer.
    return [];
  }
}

/** The file: unfound-words.json in the folder of the portal. */
const unfoundFile = (): string => path.resolve(readEnvironment().dataFolder ?? '.data', 'unfound-words.json');

function readUnfound(file: string): UnfoundFile {
  try {
    const read = schema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return read.success ? read.data : newUnfound();
  } catch {
    return newUnfound();
  }
}
