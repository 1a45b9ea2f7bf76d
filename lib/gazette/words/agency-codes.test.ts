import { describe, expect, it } from 'vitest';
import { readAgencyCode } from './agency-codes';

const known = new Set(['示政发', '示政办发', '示政规']);
const codeOf = (run: string, bounded = false): string | undefined =>
  readAgencyCode(run, bounded ? 'bracket' : 'none', known)?.code;

describe('the code at the end of a run of characters', () => {
  it.each([
    ['根据示政发', '示政发'],
    ['按照示政办发', '示政办发'],
    ['以下简称示政规', '示政规'],
    ['的通知辽政办发', '辽政办发'],
    ['未达到示政规', '示政规'],
    ['贯彻落实国办发', '国办发'],
    ['见国发', '国发'],
    ['印发的通知云政规', '云政规'],
    ['依据粤府办', '粤府办'],
    ['和示政办发', '示政办发'],
    ['已由示政规', '示政规'],
    ['以及示政规', '示政规'],
  ])('%s: %s', (run, code) => {
    expect(codeOf(run)).toBe(code);
  });

  it.each([
    ['结合国办发', '国办发'],
    ['学习辽政办发', '辽政办发'],
    ['对照国发', '国发'],
    ['沿用本政办发', '本政办发'],
    ['经财税', '财税'],
    ['比照沪府办规', '沪府办规'],
    ['要求各单位遵循人社部发', '人社部发'],
    ['不再执行云渔发', '云渔发'],
  ])('no verb belongs to a code: %s is %s', (run, code) => {
    for (const start of ['comma', 'none'] as const) expect(readAgencyCode(run, start, new Set())?.code).toBe(code);
  });
  it('behind a word that nobody knows a code is doubted', () => {
    expect(readAgencyCode('一直奉守云渔发', 'none', new Set())).toEqual({ code: '云渔发', how: 'guess' });
  });
  it('a place of two characters is part of the code', () => {
    expect(readAgencyCode('根据云汀政办发', 'none', new Set())).toEqual({ code: '云汀政办发', how: 'shape' });
  });

  it('the longest known ending wins: 示政办发 is not 办发', () => {
    expect(readAgencyCode('依照示政办发', 'none', new Set(['办发', '示政办发']))?.code).toBe('示政办发');
  });
  it('behind a bracket the whole run is the code, known or not', () => {
    expect(readAgencyCode('东政', 'bracket', new Set())).toEqual({ code: '东政', how: 'guess' });
    expect(readAgencyCode('云海渔发', 'bracket', new Set())).toEqual({ code: '云海渔发', how: 'shape' });
  });
  it('a run that ends in no code is none', () => {
    for (const run of ['', '的', '牵头单位', '截至', '我们认为是']) expect(codeOf(run)).toBeUndefined();
  });
  it('codes that begin alike are never merged', () => {
    for (const code of ['本政发', '本政办发', '本政办', '本政规', '辽政办', '辽政办发'])
      expect(readAgencyCode(code, 'bracket', new Set())?.code).toBe(code);
  });
});
