import { expect, test } from 'vitest';
import { cutAtMarks } from './cut-at-marks';

/** The pieces, those to be marked in brackets. */
const cut = (stretches: [number, number][], from?: number, to?: number): string =>
  cutAtMarks(
    '甲乙丙丁戊',
    stretches.map(([start, end]) => ({ start, end })),
    from,
    to,
  )
    .map(({ text, marked }) => (marked ? `[${text}]` : `(${text})`))
    .join('');

test('a text without marks is one piece, an empty one none', () => {
  expect(cut([])).toBe('(甲乙丙丁戊)');
  expect(cutAtMarks('', [])).toEqual([]);
});

test('what is marked stands apart, at the ends too', () => {
  expect(cut([[1, 2]])).toBe('(甲)[乙](丙丁戊)');
  expect(
    cut([
      [0, 1],
      [4, 5],
    ]),
  ).toBe('[甲](乙丙丁)[戊]');
});

test('stretches that touch or overlap are one mark', () => {
  expect(
    cut([
      [0, 2],
      [2, 3],
    ]),
  ).toBe('[甲乙丙](丁戊)');
  expect(
    cut([
      [1, 4],
      [2, 3],
      [3, 5],
    ]),
  ).toBe('(甲)[乙丙丁戊]');
});

test('of a part of the text only what lies in it', () => {
  expect(
    cut(
      [
        [0, 2],
        [3, 5],
      ],
      1,
      4,
    ),
  ).toBe('[乙](丙)[丁]');
});

test('each piece says where it begins', () => {
  expect(cutAtMarks('甲乙丙', [{ start: 1, end: 2 }]).map(({ start }) => start)).toEqual([0, 1, 2]);
});
