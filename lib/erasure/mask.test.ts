import { expect, test } from 'vitest';
import { parseGazette } from '@/lib/gazette';
import { listBlocks, maskText, maskTree, readErasedWords } from './mask';
import { hasTraced, makeTrace } from './trace';

const text =
  '示政发〔2023〕2号\n\n示例市河道管理办法\n\n第一条 本办法由市水务局主张\n三人负责。\n第二条 电话１３８ 0000，依照示政发〔2020〕4号第三条。\n\n示例市人民政府\n2023年3月1日\n';
const [document] = parseGazette(text).tree.children.filter(({ type }) => type === 'document');

test('words are covered however they are printed, and nothing beside them', () => {
  expect(maskText('电话１３８ 0000。', readErasedWords('1380000'))).toBe('电话××× ××××。');
  expect(maskText('甲𠮷乙', readErasedWords('𠮷'))).toBe('甲××乙');
  expect(maskText('甲乙', readErasedWords(''))).toBe('甲乙');
});

test('in a tree they go on over leaves, but into the next block only where they are written so', () => {
  const over = maskTree(document!, readErasedWords('依照示政发〔2020〕4号第三条'));
  expect(over.isMasked).toBe(true);
  expect(JSON.stringify(over.tree)).not.toMatch(/依照|2020〕4号/);
  expect(maskTree(document!, readErasedWords('办法第一条')).isMasked).toBe(false);
  expect(maskTree(document!, readErasedWords('办法\n第一条')).isMasked).toBe(true);
  expect(maskTree(document!, readErasedWords('没有')).tree).toEqual(document);
});

test('a trace knows the words again without holding them', () => {
  const trace = makeTrace(readErasedWords('电话138 0000'));
  expect(JSON.stringify(trace)).not.toContain('138');
  expect(hasTraced(listBlocks(document!), trace)).toBe(true);
  expect(hasTraced(['电话', '1380000'], { ...trace, spans: false })).toBe(false);
  expect(hasTraced(['电话', '1380000'], { ...trace, spans: true })).toBe(true);
});
