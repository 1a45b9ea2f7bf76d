import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listSounds, listTypedSounds, soundAlike } from './sounds';

const contains = (text: string, words: string) => {
  const all = new Set(listSounds(text));
  return listTypedSounds(words).every((pair) => all.has(pair));
};

describe('a title contains the sounds of', () => {
  test.each([
    ['关于推进养老服务的意见', '扬老服务', 'the same syllables'],
    ['关于推进养老服务的意见', '养老福务', 'another tone'],
    ['示例市政府公报', '是力市', 'other tones'],
    ['示例市垃圾分类管理办法', '辣鸡分类', 'two wrong characters'],
    ['示例市招商引资办法', '早桑引资', 'z for zh, an for ang'],
    ['示例市农业保险', '龙业', 'l for n'],
    ['示例市河道清理', '河道亲里', 'in for ing'],
    ['示例市城镇管理', '陈镇', 'en for eng'],
    ['示例市银行网点', '银航', 'a character with several readings'],
    ['示例市重庆路改造', '虫庆路', 'a place name'],
    ['绿色5g基站', '5g积站', 'letters and digits sound like themselves'],
    ['示例市着名商标', '助名', 'a character in the sound of one that folds to it (著)'],
  ])('%s: %s (%s)', (title, typed) => {
    expect(contains(title, typed)).toBe(true);
  });

  test.each([
    ['关于推进养老服务的意见', '养兔服务'],
    ['关于推进养老服务的意见', '老养'],
    ['养老、托育', '老托'],
  ])('but not %s: %s', (title, typed) => {
    expect(contains(title, typed)).toBe(false);
  });
});

test('characters sound alike in any of their readings', () => {
  expect(soundAlike('行', '航')).toBe(true);
  expect(soundAlike('行', '星')).toBe(true);
  expect(soundAlike('养', '羊')).toBe(true);
  expect(soundAlike('养', '兔')).toBe(false);
});

test('a text contains the sounds of every stretch of it, whatever it is', () => {
  const text = fc.string({
    unit: fc.constantFrom('行', '长', '重', '老', '一', 'a', '1', ',', ' ', '𠮷', '\ud800', '兙'),
  });
  fc.assert(fc.property(text, text, text, (before, words, after) => contains(before + words + after, words)));
});

test('numbers are signed 32 bits, each once, ascending', () => {
  const sounds = listSounds('示例市人民政府关于加强行道树养护的通知');
  expect(sounds).toEqual([...new Set(sounds)].sort((one, other) => one - other));
  for (const sound of sounds) expect(sound | 0).toBe(sound);
});
