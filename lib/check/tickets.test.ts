import { expect, test } from 'vitest';
import { keepState, takeState } from './tickets';

test('a ticket is good for one page', () => {
  const state = { kind: 'empty', draft: ' ' } as const;
  const ticket = keepState(state);
  expect(takeState(ticket)).toEqual(state);
  expect(takeState(ticket)).toEqual({ kind: 'failed', draft: '' });
});

test('without a ticket the form is empty, with one of nobody nothing is shown', () => {
  expect(takeState(null).kind).toBe('start');
  expect(takeState('nobody')).toEqual({ kind: 'failed', draft: '' });
});

test('what waits is bounded', () => {
  const first = keepState({ kind: 'tooLong', draft: '字' });
  for (let count = 0; count < 20; count++) keepState({ kind: 'tooLong', draft: '字'.repeat(4_000_000) });
  expect(takeState(first).kind).toBe('failed');
});
