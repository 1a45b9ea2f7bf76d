import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { CorrectionNote } from './CorrectionNote';

const correction = { source: '示例市教育局2023年10月8日更正说明' };

test('says what is printed, what it should be and who says so', () => {
  const note = <CorrectionNote correction={correction} printed="示教发（2020）6号" meant="示教发〔2021〕6号" />;
  expect(renderToStaticMarkup(note).replace(/<[^>]+>/g, '')).toBe(
    '编辑更正：原文作“示教发（2020）6号”，应为示教发〔2021〕6号。依据：示例市教育局2023年10月8日更正说明',
  );
});

test('leaves out the number where a document without one is meant', () => {
  const note = <CorrectionNote correction={correction} printed="《防汛通知》" meant={null} />;
  expect(renderToStaticMarkup(note)).not.toContain('应为');
});
