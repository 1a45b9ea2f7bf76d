import { expect, test } from 'vitest';
import { findDraftReferences } from './draft-references';

const found = (draft: string) =>
  findDraftReferences(draft).map(({ start, end, number, docNumber, title }) => [
    draft.slice(start, end),
    number && draft.slice(number.start, number.end),
    docNumber?.canonical,
    title,
  ]);

test('what no print has is found where the draft writes it, and what stands around it stays', () => {
  expect(found('按照示政发5号〔2023〕和示政發「2022」9號办理，另见示政发〔2021〕3号。')).toEqual([
    ['示政发5号〔2023〕', '示政发5号〔2023〕', '示政发〔2023〕5号', undefined],
    ['示政發「2022」9號', '示政發「2022」9號', '示政发〔2022〕9号', undefined],
    ['示政发〔2021〕3号', '示政发〔2021〕3号', '示政发〔2021〕3号', undefined],
  ]);
});

test('a title is the draft’s own, in whatever characters', () => {
  expect(found('《示例市著作权登记办法》（示政发9号〔2022〕）已失效。')).toEqual([
    ['《示例市著作权登记办法》（示政发9号〔2022〕）', '示政发9号〔2022〕', '示政发〔2022〕9号', '示例市著作权登记办法'],
  ]);
  expect(found('依《示例市綠化辦法》辦理')).toEqual([['《示例市綠化辦法》', undefined, undefined, '示例市綠化辦法']]);
});

test('a number alone on its line may have any dress', () => {
  expect(found('附：\n  国办发2017 47 \r\n示政办发2022 15\n')).toEqual([
    ['国办发2017 47', '国办发2017 47', '国办发〔2017〕47号', undefined],
    ['示政办发2022 15', '示政办发2022 15', '示政办发〔2022〕15号', undefined],
  ]);
});

test.each([
  '2023年以来我市印发3号通报',
  '各区印发12号（2023）简报',
  '（九一）开发区规划3号地块',
  '2023年高考12号考场',
  '发改委2023',
  'No.5 仓库告知 No.12',
])('%s has no number', (draft) => expect(found(draft)).toEqual([]));

test('any text may be read', () => {
  for (const draft of ['', '\n\n', '〔', '号'.repeat(5000), '示政发5号〔2023'.repeat(2000), '𠮷示政發5號〔2023〕'])
    expect(Array.isArray(found(draft))).toBe(true);
  expect(found('𠮷示政發5號〔2023〕')[0]?.[2]).toBe('示政发〔2023〕5号');
});
