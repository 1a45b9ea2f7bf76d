import { describe, expect, test } from 'vitest';
import { textDirective } from './text-fragment';

const directive = (before: string, words: string, after: string) => {
  const found = textDirective({ before, words, after });
  return found && decodeURIComponent(found);
};

describe('the address of selected words', () => {
  test('a sentence is named whole', () => {
    expect(directive('', '社区食堂应当公示每日菜单和收费标准。', '')).toBe('text=社区食堂应当公示每日菜单和收费标准。');
  });

  test('a few words are named with their neighbours', () => {
    expect(directive('社区食堂应当公示', '每日菜单', '和收费标准，接受居民监督。')).toBe(
      'text=社区食堂应当公示-,每日菜单,-和收费标准，接受',
    );
  });

  test('what begins or ends inside a word is widened to the whole word, or no browser would find it', () => {
    expect(directive('加强社', '区食', '堂的管理')).toContain(',社区食堂,');
    expect(directive('by elec', 'tronic me', 'ans only')).toBe('text=electronic means');
  });

  test('a long text, and one of several paragraphs, is named by its first and last words', () => {
    const long = '市民政局负责社区食堂的统筹规划和监督管理，'.repeat(4);
    const [first, last, ...more] = directive('', long, '')!.slice('text='.length).split(',');
    expect(long.startsWith(first!) && long.endsWith(last!) && more.length === 0).toBe(true);
    expect(first!.length).toBeLessThan(16);
    expect(directive('', '第一段的全部文字。\n\n第三段的全部文字。', '')).toBe(
      'text=第一段的全部文字。,第三段的全部文字。',
    );
  });

  test('neighbours end where their paragraph ends', () => {
    expect(directive('上一段。\n', '示例', '\n下一段')).toBe('text=示例');
  });

  test('signs that divide the parts are escaped', () => {
    expect(textDirective({ before: '', words: 'a-b, c & d 到十六个字符以上为止', after: '' })).toBe(
      `text=a%2Db%2C%20c%20%26%20d%20${encodeURIComponent('到十六个字符以上为止')}`,
    );
  });

  test('blanks alone are no text', () => {
    expect(directive('甲', ' \n ', '乙')).toBeNull();
  });
});
