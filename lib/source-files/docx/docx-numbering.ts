import type { Styles } from './docx-styles';
import { formatListNumber } from '@/lib/source-files/text/list-numbers';
import {
  childOf,
  childrenNamed,
  elementsIn,
  isOn,
  numberOf,
  valueOf,
  type ParsedElement,
} from '@/lib/source-files/xml';

interface Level {
  start: number;
  format: string;
  /** 第%1条 */
  text: string;
  suffix: string;
  /** Level (from 1) whose numbers restart this one; 0: none does. */
  restart: number | undefined;
  /** All its numbers are written 1, 2, 3. */
  legal: boolean;
  style: string | undefined;
}

interface List {
  /** Lists of one definition count together. */
  definition: string;
  levels: Level[];
  /** Levels that restart where this list is first used. */
  starts: Map<number, number>;
}

/**
 * Counts automatic numbers. Word keeps 一、 and 第一条 out of the text and counts them anew whenever it
 * shows it.
 */
export class Numbering {
  private readonly lists = new Map<number, List>();
  private readonly counters = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();

  constructor(root: ParsedElement | undefined, styles: Styles) {
    const definitions = new Map(
      childrenNamed(root, 'w:abstractNum').map((definition) => [definition.attributes.abstractNumId ?? '', definition]),
    );
    const lists = new Map(childrenNamed(root, 'w:num').map((list) => [Number(list.attributes.numId), list]));
    const definitionOf = (numId: number | undefined): string => valueOf(lists.get(numId ?? 0), 'w:abstractNumId') ?? '';
    for (const [numId, list] of lists) {
      let definition = definitionOf(numId);
      const link = valueOf(definitions.get(definition), 'w:numStyleLink');
      if (link !== undefined) definition = definitionOf(styles.numberingOf(link));
      const levels: Level[] = [];
      for (const level of childrenNamed(definitions.get(definition), 'w:lvl'))
        levels[levelNumber(level)] = readLevel(level);
      const starts = new Map<number, number>();
      for (const override of childrenNamed(list, 'w:lvlOverride')) {
        const own = childOf(override, 'w:lvl');
        if (own) levels[levelNumber(override)] = readLevel(own);
        const start = numberOf(override, 'w:startOverride');
        if (start !== undefined) starts.set(levelNumber(override), start);
      }
      this.lists.set(numId, { definition, levels, starts });
    }
  }

  /** The level of a list that belongs to a style. */
  readonly levelOf = (numId: number, style: string): number | undefined => {
    const level = this.lists.get(numId)?.levels.findIndex((each) => (each as Level | undefined)?.style === style) ?? -1;
    return level < 0 ? undefined : level;
  };

  /**
   * Counts one paragraph and gives the number that Word prints, with its blank behind if it needs
   * one.
   */
  next(numId: number, level: number): string {
    const list = this.lists.get(numId);
    const own = list?.levels[level];
    if (!list || !own) return '';
    const counters = this.counters.get(list.definition) ?? [];
    this.counters.set(list.definition, counters);
    const start = list.starts.get(level);
    const key = `${numId} ${level}`;
    if (start !== undefined && !this.started.has(key)) counters[level] = start;
    else counters[level] = (counters[level] ?? own.start - 1) + 1;
    this.started.add(key);
    list.levels.forEach((each: Level | undefined, deeper) => {
      if (each && deeper > level && each.restart !== 0 && level < (each.restart ?? deeper))
        counters[deeper] = undefined;
    });
    const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const counted = list.levels[at];
      if (!counted || at > level) return '';
      return formatListNumber((counters[at] ??= counted.start), own.legal ? 'decimal' : counted.format);
    });
    if (own.format === 'bullet') return /^[—–－-]+$/.test(own.text) ? own.text : '';
    return label === '' ? '' : label + gapBehind(label, own.suffix);
  }
}

const levelNumber = (element: ParsedElement): number => Math.min(Math.max(Number(element.attributes.ilvl) || 0, 0), 8);

const longestLabel = 100;

function readLevel(level: ParsedElement): Level {
  // <mc:AlternateContent> holds formats of newer versions, and an older form for other programs.
  const alternatives = childrenNamed(level, 'mc:AlternateContent').flatMap(elementsIn);
  const format = valueOf(level, 'w:numFmt') ?? valueOf(alternatives.at(-1), 'w:numFmt') ?? 'decimal';
  return {
    start: numberOf(level, 'w:start') ?? 0,
    format,
    text: (valueOf(level, 'w:lvlText') ?? '').slice(0, longestLabel),
    suffix: valueOf(level, 'w:suff') ?? 'tab',
    restart: numberOf(level, 'w:lvlRestart'),
    legal: isOn(level, 'w:isLgl') ?? false,
    style: valueOf(level, 'w:pStyle'),
  };
}

/**
 * 一、 and (一) are followed by their text at once, 第一条 is not; 1. keeps a blank, or 1.2023年 were a
 * number.
 */
function gapBehind(label: string, suffix: string): string {
  if (/[.．]$/.test(label)) return ' ';
  if (/[、)）:：]$/.test(label) || suffix === 'nothing') return '';
  return '\u3000';
}
