import { describe, expect, it } from 'vitest';
import type { Answer } from './answer';
import { AnswerStore } from './answer-store';
import { asStale } from './stale';

const HOUR = 60 * 60 * 1000;

const answerOf = (state: string, bytes = 1000, changes: Partial<Answer> = {}): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', ETag: 'W/"x"', 'Cache-Control': 'private, no-cache' },
  body: Buffer.alloc(bytes, 32),
  gzip: null,
  state,
  tag: 'W/"x"',
  confirmedAt: 0,
  ...changes,
});

describe('kept answers', () => {
  it('are collected each time when a quarter of their memory has left', () => {
    let collected = 0;
    const store = new AnswerStore(1_000_000, () => (collected += 1));
    const read = (state: string) => {
      for (let page = 0; page < 30; page++) store.keep(`page ${page}`, answerOf(state, 20_000), false);
    };
    read('one');
    expect(collected).toBe(0);
    // Replaced, not evicted: 618,000 bytes.
    read('two');
    expect(collected).toBe(2);
  });

  it('are found by the state that they were made of', () => {
    const store = new AnswerStore(1_000_000);
    store.keep('a', answerOf('one'), false);
    expect(store.current('a', 'one', 1)).not.toBeNull();
    expect(store.current('a', 'two', 1)).toBeNull();
    expect(store.former('a', 1)).not.toBeNull();
  });

  it('are not served when they were last current a day ago', () => {
    const store = new AnswerStore(1_000_000);
    store.keep('a', answerOf('one'), false);
    store.current('a', 'one', HOUR);
    expect(store.former('a', 25 * HOUR)).not.toBeNull();
    expect(store.former('a', 25 * HOUR + 1)).toBeNull();
  });

  it('stay within their memory, and addresses without end within a part of it', () => {
    const store = new AnswerStore(1_000_000);
    for (let page = 0; page < 20; page++) store.keep(`page ${page}`, answerOf('s', 10_000), false);
    for (let search = 0; search < 1000; search++) store.keep(`search ${search}`, answerOf('s', 10_000), true);
    for (let page = 0; page < 1000; page++) store.keep(`none ${page}`, answerOf('s', 10_000, { status: 404 }), false);
    expect(store.weight).toBeLessThanOrEqual(1_000_000);
    for (let page = 0; page < 20; page++) expect(store.current(`page ${page}`, 's', 1)).not.toBeNull();
    for (let page = 0; page < 1000; page++) store.keep(`more ${page}`, answerOf('s', 10_000), false);
    expect(store.weight).toBeLessThanOrEqual(1_000_000);
  });

  it('do not keep what would push out most of the others', () => {
    const store = new AnswerStore(1_000_000);
    store.keep('small', answerOf('s'), false);
    store.keep('large', answerOf('s', 500_000), false);
    expect(store.current('large', 's', 1)).toBeNull();
    expect(store.current('small', 's', 1)).not.toBeNull();
  });
});

describe('a former answer', () => {
  it('says how old it is, to readers and to programs, and is not kept', () => {
    const page = answerOf('s', 0, { body: Buffer.from('<html><body class="x"><main>文</main></body></html>') });
    const stale = asStale(page, 5 * 60_000);
    expect(stale.headers.Age).toBe('300');
    expect(stale.headers['Cache-Control']).toBe('no-store');
    expect(stale.headers.ETag).toBeUndefined();
    expect(stale.body.toString()).toMatch(/^<html><body class="x"><p[^>]*>.*5 分钟前.*<\/p><main>文/);
  });

  it('of a file has its own bytes', () => {
    const file = answerOf('s', 10, { headers: { 'content-type': 'application/zip' } });
    expect(asStale(file, 0).body).toBe(file.body);
  });
});
