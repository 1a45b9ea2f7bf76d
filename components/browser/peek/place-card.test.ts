import { expect, test } from 'vitest';
import { placeCard } from './place-card';

const window = { width: 1000, height: 800 };
const card = { width: 400, height: 200 };
const linkAt = (left: number, top: number) => ({ left, top, right: left + 120, bottom: top + 24 });

test('the card stands below its link, flush with it', () => {
  expect(placeCard(linkAt(300, 100), card, window)).toEqual({ left: 300, top: 130 });
});

test('near the lower edge it stands above, and the link stays in sight', () => {
  expect(placeCard(linkAt(300, 700), card, window)).toEqual({ left: 300, top: 494 });
});

test('it never leaves the window sideways', () => {
  expect(placeCard(linkAt(950, 100), card, window).left).toBe(588);
  expect(placeCard(linkAt(-40, 100), card, window).left).toBe(12);
});

test('where neither side has space it takes the larger one, and never covers the link', () => {
  const { top } = placeCard(linkAt(0, 300), { width: 400, height: 700 }, window);
  expect(top).toBe(330);
});
