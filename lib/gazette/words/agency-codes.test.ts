import { describe, expect, it } from 'vitest';
import { readAgencyCode } from './agency-codes';

const known = new Set(['示政发', '示政办发', '示政规']);
const codeOf = (run: string, bounded = false): string | undefined => readAgencyCode(run, bounded, known)?.code;

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

  it('the longest known ending wins: 示政办发 is not 办发', () => {
    expect(readAgencyCode('依照示政办发', false, new Set(['办发', '示政办发']))?.code).toBe('示政办发');
  });
  it('behind a bracket the whole run is the code, known or not', () => {
    expect(readAgencyCode('东政', true, new Set())).toEqual({ code: '东政', how: 'guess' });
    expect(readAgencyCode('云海渔发', true, new Set())).toEqual({ code: '云海渔发', how: 'bounded' });
  });
  it('a run that ends in no code is none', () => {
    for (const run of ['', '的', '牵头单位', '截至', '我们认为是']) expect(codeOf(run)).toBeUndefined();
  });
  it('codes that begin alike are never merged', () => {
    for (const code of ['本政发', '本政办发', '本政办', '本政规', '辽政办', '辽政办发'])
      expect(readAgencyCode(code, true, new Set())?.code).toBe(code);
  });
});
