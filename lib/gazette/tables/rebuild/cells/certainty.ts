import { isSerialHead } from '../../heads';
import type { Token } from '../../tokens';
import { isData } from '../../tokens';
import type { Alignment } from '../align/align';
import { seldomMerged } from '../grid';
import type { Hypothesis } from './hypothesis';

/** What is claimed to be sure: measured with lib/gazette/tables/testing. Costs in nats. */
export const sure = {
  /** How much dearer the next reading with other columns must be. */
  margin: 8,
  /** How much dearer another reading of the heads must be. */
  headMargin: 3,
  /** Cost of the cells in their columns against that under one profile for all. */
  ratio: 0.85,
  /** Probability of the cell itself. */
  chance: 0.97,
  /** Probability of every other cell of its row. */
  rowChance: 0.9,
};

/**
 * True where few cells of each column are broken.
 * None may be in the first row below a broken head, or below two rows of heads: that would be two
 * columns read as one.
 */
function seldomBroken({ reading, names, alignment: { cells } }: Hypothesis, body: readonly Token[]): boolean {
  // Short words with short words below them are two cells as likely as two paragraphs.
  const isBroken = ({ from, to, joined }: Alignment['cells'][number]): boolean =>
    joined > 1 || (to - from > joined && body[from]!.key.length <= 12 && body[from + 1]!.key.length <= 24);
  const broken = cells.filter(isBroken);
  const second = cells.findIndex(({ opensRow }, at) => at > 0 && opensRow);
  const first = cells.slice(0, second < 0 ? cells.length : second).some(isBroken);
  if (broken.length > 0 && reading.twoRows) return false;
  if (first && reading.cells.some((size) => size > 1)) return false;
  return names.every((_, column) => {
    const own = cells.filter((cell) => cell.column === column).length;
    return broken.filter((cell) => cell.column === column).length <= Math.max(1, own * 0.12);
  });
}

/** Every column but that of remarks has a cell in the first row, where merged cells are printed. */
function firstIsWhole({ names, alignment: { cells } }: Hypothesis): boolean {
  const from = cells.findIndex(({ column }) => column < names.length);
  const next = cells.findIndex(({ opensRow }, at) => at > from && opensRow);
  const first = cells.slice(from, next < 0 ? cells.length : next).map(({ column }) => column);
  return names.every((name, column) => first.includes(column) || seldomMerged.test(name));
}

/**
 * True where a column of figures has words too.
 * Where no numbers part the rows, these words may be the first cell of the next one.
 */
function mixesFigures({ names, alignment: { cells } }: Hypothesis, body: readonly Token[]): boolean {
  if (names.some(isSerialHead)) return false;
  return names.some((_, column) => {
    const own = cells.filter((cell) => cell.column === column).map(({ from }) => body[from]!);
    const figures = own.filter(isData).length;
    return figures >= own.length / 2 && own.some((cell) => !isData(cell) && !/\d/.test(cell.key));
  });
}

/** True where nothing in the shape of the rows lets one doubt the columns. */
export function isSoundShape(hypothesis: Hypothesis, body: readonly Token[]): boolean {
  const { names, alignment } = hypothesis;
  const isMarked = ({ from }: Alignment['cells'][number]): boolean => body[from]!.type === 'comma';
  return (
    // A table whose last row is not full may have begun later, or goes on below.
    alignment.cells.at(-1)!.column === names.length - 1 &&
    seldomBroken(hypothesis, body) &&
    !mixesFigures(hypothesis, body) &&
    firstIsWhole(hypothesis) &&
    alignment.cells.every((cell) => cell.column !== names.length || isMarked(cell))
  );
}
