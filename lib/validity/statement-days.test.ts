import { describe, expect, test } from 'vitest';
import { extendedUntil, namedDay, type ValiditySentence } from './statement-days';

const saying = (kind: ValiditySentence['kind'], sentence: string, words = '示政发〔2018〕5号'): ValiditySentence => ({
  kind,
  sentence,
  words,
  wordsAt: sentence.indexOf(words),
});

describe('the day of a repeal', () => {
  test.each([
    ['《甲办法》(示政发〔2018〕5号)自2023年1月1日起废止。', '2023-01-01'],
    ['《甲办法》（示政发〔2018〕5号）、《乙办法》（示政发〔2018〕6号）自２０２３年１月１日起废止。', '2023-01-01'],
    ['《甲办法》(示政发〔2018〕5号)于二〇二三年一月一日起停止执行。', '2023-01-01'],
    ['本办法自2023年1月1日起施行,《甲办法》(示政发〔2018〕5号)同时废止。', '2023-01-01'],
    ['本办法自2023年1月1日起施行,有效期5年,示政发〔2018〕5号同时废止。', '2023-01-01'],
    ['自2023年7月1日起,废止2018年3月1日起施行的《甲办法》(示政发〔2018〕5号)。', '2023-07-01'],
    ['自2023年7月1日起废止《甲办法》(示政发〔2018〕5号)。', '2023-07-01'],
    ['本办法自发布之日起施行,2018年3月1日起施行的《甲办法》(示政发〔2018〕5号)同时废止。', null],
    ['《甲办法》(2018年3月1日示政发〔2018〕5号)同时废止。', null],
    ['《甲办法》(示政发〔2018〕5号)同时废止。', null],
    ['本办法自2023年1月1日起施行,示政发〔2018〕5号自2024年1月1日起废止。', '2024-01-01'],
  ])('%s → %s', (sentence, day) => expect(namedDay(saying('repeals', sentence))).toBe(day));
});

describe('the last day of an extension', () => {
  test.each([
    ['《甲办法》(示政发〔2018〕5号)有效期延长至2027年12月31日。', '2027-12-31'],
    ['将示政发〔2018〕5号有效期延长到2027年底。', '2027-12-31'],
    ['示政发〔2018〕5号继续执行至2027年6月30日。', '2027-06-30'],
    ['示政发〔2018〕5号有效期延长两年。', '2025-12-31'],
    ['示政发〔2018〕5号继续有效。', null],
    ['2016年1月1日起执行的示政发〔2018〕5号继续有效。', null],
  ])('%s → %s', (sentence, day) =>
    expect(extendedUntil(saying('extends', sentence), '2023-12-31', '2023-11-01')).toBe(day),
  );

  test('a span is reckoned from the day of the extension where nobody tells the last day', () => {
    const sentence = '示政发〔2018〕5号有效期延长两年。';
    expect(extendedUntil(saying('extends', sentence), null, '2023-11-01')).toBe('2025-10-31');
    expect(extendedUntil(saying('extends', sentence), null, null)).toBeNull();
  });
});
