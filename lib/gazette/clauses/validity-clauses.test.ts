import { describe, expect, test } from 'vitest';
import type * as ast from '@/lib/gazette/ast';
import { parseGazette } from '@/lib/gazette/index';
import { listValidityClauses } from './validity-clauses';

/** A notice of 示例市 that ends with the lines given, signed on 2023-03-15. */
function documentWith(lines: string[], title = '示例市人民政府关于支持养蜂的通知'): ast.Document {
  const text = [
    '示例市人民政府文件',
    '示政发〔2023〕7号',
    title,
    '各区人民政府,市政府各部门:',
    '  一、总体要求',
    '  支持养蜂。',
    ...lines.map((line) => `  ${line}`),
    '  示例市人民政府',
    '  2023年3月15日',
  ].join('\n');
  return parseGazette(text).tree.children.find((child) => child.type === 'document')!;
}
/** `starts 2023-01-01`, `ends`: what the document says, in order. */
const clausesOf = (...lines: string[]): string[] =>
  listValidityClauses(documentWith(lines)).map(({ kind, day }) => (day ? `${kind} ${day}` : kind));

describe('a document says of itself', () => {
  test.each<[string, string[]]>([
    // A first day
    ['本办法自2023年1月1日起施行。', ['starts 2023-01-01']],
    ['本通知自２０２３年１月１日起执行。', ['starts 2023-01-01']],
    ['本意见从2023年1月1日起实施。', ['starts 2023-01-01']],
    ['本决定自二〇二三年一月一日起生效。', ['starts 2023-01-01']],
    ['本《若干政策措施》自2023年4月1日起施行。', ['starts 2023-04-01']],
    ['本实施细则（试行）自 2023 年 4 月 1 日起施行。', ['starts 2023-04-01']],
    ['本办法经市政府常务会议审议通过,自2023年4月1日起正式施行。', ['starts 2023-04-01']],
    ['本规定自发布之日起施行。', ['starts 2023-03-15']],
    ['本通知自印发之日起执行，原有规定与本通知不一致的，以本通知为准。', ['starts 2023-03-15']],
    ['本办法自公布之日起30日后施行。', ['starts']],
    ['本决定自公布之日起生效,由市司法局负责解释。', ['starts 2023-03-15']],
    // A span
    ['本办法自2020年3月1日起施行,有效期5年。', ['starts 2020-03-01', 'ends 2025-02-28']],
    ['本办法自2020年2月29日起施行，有效期五年。', ['starts 2020-02-29', 'ends 2025-02-28']],
    ['本办法自2023年1月1日起施行,有效期为两年。', ['starts 2023-01-01', 'ends 2024-12-31']],
    ['本办法自印发之日起施行,有效期三年。', ['starts 2023-03-15', 'ends 2026-03-14']],
    ['本办法自印发之日起施行，有效期 3 年。', ['starts 2023-03-15', 'ends 2026-03-14']],
    ['本通知自发布之日起施行,有效期5年,由市农业农村局负责解释。', ['starts 2023-03-15', 'ends 2028-03-14']],
    ['本通知自2023年5月1日起施行,由市农业农村局负责解释,有效期5年。', ['starts 2023-05-01', 'ends 2028-04-30']],
    ['本办法有效期5年,自2023年5月1日起施行。', ['ends 2028-04-30', 'starts 2023-05-01']],
    ['本办法自2023年5月1日起施行。有效期5年。', ['starts 2023-05-01', 'ends 2028-04-30']],
    ['本办法自2023年5月1日起施行(有效期5年)。', ['starts 2023-05-01', 'ends 2028-04-30']],
    ['本办法自2023年5月1日起施行,试行期两年。', ['starts 2023-05-01', 'ends 2025-04-30']],
    ['本办法自2023年5月1日起试行,试行期限暂定一年。', ['starts 2023-05-01', 'ends 2024-04-30']],
    ['本办法自2023年5月1日起试行,暂定一年。', ['starts 2023-05-01', 'ends 2024-04-30']],
    ['本办法自2023年5月1日起施行,施行期限为18个月。', ['starts 2023-05-01', 'ends 2024-10-31']],
    ['本办法自发布之日起试行两年。', ['starts 2023-03-15', 'ends 2025-03-14']],
    ['本措施自印发之日起5年内有效。', ['starts 2023-03-15', 'ends 2028-03-14']],
    ['本措施有效期自印发之日起三年。', ['ends 2026-03-14']],
    ['本措施有效期为自2023年5月1日起三年。', ['starts 2023-05-01', 'ends 2026-04-30']],
    ['本通知有效期5年。', ['ends']],
    ['本办法自公布之日起30日后施行,有效期5年。', ['starts', 'ends']],
    // A last day
    ['本通知自印发之日起施行,有效期至2027年12月31日。', ['starts 2023-03-15', 'ends 2027-12-31']],
    ['本政策措施自2023年1月1日起执行,执行至2023年12月31日。', ['starts 2023-01-01', 'ends 2023-12-31']],
    ['本政策自2023年1月1日起执行,至2023年12月31日止。', ['starts 2023-01-01', 'ends 2023-12-31']],
    ['本政策自2023年1月1日起至2023年12月31日止执行。', ['starts 2023-01-01', 'ends 2023-12-31']],
    ['本政策有效期自2023年1月1日至2023年12月31日。', ['starts 2023-01-01', 'ends 2023-12-31']],
    ['本意见执行期限至2024年6月30日止。', ['ends 2024-06-30']],
    ['本意见有效期截止到2024年12月底。', ['ends 2024-12-31']],
    ['本意见有效期至2024年2月底。', ['ends 2024-02-29']],
    ['本意见执行至2024年底。', ['ends 2024-12-31']],
    ['本通告于2024年6月30日自动失效。', ['ends 2024-06-30']],
    ['本通告自2024年7月1日起自行废止。', ['ends 2024-06-30']],
    ['本办法自2023年5月1日起施行,有效期5年,期满自行失效。', ['starts 2023-05-01', 'ends 2028-04-30']],
    ['本办法自2023年5月1日起施行,到期自行失效。', ['starts 2023-05-01', 'ends']],
    // Another thing behind it
    ['本办法自2023年5月1日起施行,有效期5年,《示例市养蜂办法》(示政发〔2018〕3号)同时废止。', ['starts 2023-05-01', 'ends 2028-04-30']],
    ['本办法自2023年5月1日起施行,《示例市养蜂办法》(示政发〔2018〕3号)同时废止,有效期5年。', ['starts 2023-05-01', 'ends 2028-04-30']],
    // At the very end a subject may be missing
    ['自2023年5月1日起施行,有效期5年。', ['starts 2023-05-01', 'ends 2028-04-30']],
    ['自发布之日起施行。', ['starts 2023-03-15']],
  ])('%s', (line, said) => expect(clausesOf(line)).toEqual(said)); // prettier-ignore

  test.each<[string[], string[]]>([
    [['二、附则', '(一)本办法由市农业农村局负责解释。', '(二)自2023年5月1日起施行,有效期5年。', '(三)未尽事宜另行通知。'], ['starts 2023-05-01', 'ends 2028-04-30']],
    [['二、本通知自2023年5月1日起施行,有效期5年。'], ['starts 2023-05-01', 'ends 2028-04-30']],
    [['本通知自印发之日起施行。', '本通知有效期至2025年12月31日。'], ['starts 2023-03-15', 'ends 2025-12-31']],
  ])('%j', (lines, said) => expect(clausesOf(...lines)).toEqual(said)); // prettier-ignore

  test('below its signature', () => {
    const document = documentWith([]);
    const text = ['(此件公开发布，有效期至2025年12月31日)'];
    const noted = parseGazette(
      [
        '示政发〔2023〕7号',
        document.title,
        '各区人民政府:',
        '  支持养蜂。',
        '  示例市人民政府',
        '  2023年3月15日',
        ...text,
      ].join('\n'),
    ).tree.children.find((child) => child.type === 'document')!;
    expect(listValidityClauses(noted)).toMatchObject([
      { kind: 'ends', day: '2025-12-31', words: '有效期至2025年12月31日' },
    ]);
  });
});

describe('other things last, begin and end', () => {
  test.each([
    '证书有效期三年。',
    '排污许可证自颁发之日起生效,有效期5年。',
    '合同有效期至2027年12月31日。',
    '养蜂证的有效期为两年,期满前三个月申请延续。',
    '新标准自2023年7月1日起执行。',
    '《示例市养蜂办法》(示政发〔2018〕3号)自2023年1月1日起废止。',
    '《示例市养蜂办法》(示政发〔2018〕3号)有效期延长至2027年12月31日。',
    '按照2018年10月1日起施行的《养蜂规范》办理。',
    '本办法施行前取得的证书,有效期至2027年12月31日。',
    '本办法规定的补贴,执行至2024年12月31日。',
    '本政策中的第三条执行至2024年12月31日。',
    '本项政策执行至2024年12月31日。',
    '本条自2023年5月1日起施行。',
    '本市自2023年7月1日起执行新标准。',
    '本合同自签订之日起生效,有效期一年。',
    '将第二十条修改为“本办法自2024年1月1日起施行,有效期5年。”',
    '国家出台新规定的,自新规定施行之日起执行。',
    '补贴资金自2023年1月1日起计算,期限三年。',
    '本办法所称养蜂,是指有效期5年的活动。',
    '自本办法施行之日起,示政发〔2018〕3号同时废止。',
    '养蜂场有效期5年以上的,给予奖励。',
  ])('%s', (line) => expect(clausesOf(line, '二、要求', '认真办理。')).toEqual([]));
});

test('words and sentence are as printed', () => {
  const [starts, ends] = listValidityClauses(
    documentWith(['二、附则', '多养。本措施自发布之日起执行，有效期至 2025年12月31日。各条由部门解释。']),
  );
  expect(starts).toEqual({
    address: '2',
    kind: 'starts',
    words: '自发布之日起执行',
    sentence: '本措施自发布之日起执行，有效期至 2025年12月31日。',
    wordsAt: 3,
    day: '2023-03-15',
  });
  expect(ends).toMatchObject({ words: '有效期至 2025年12月31日', wordsAt: 12 });
});

test('a text that is passed on was issued by others, on a day that nobody tells', () => {
  const forwarded = parseGazette(
    [
      '示政发〔2023〕7号', '示例市人民政府转发市农业农村局关于养蜂意见的通知', '各区人民政府:', '  请认真执行。', '  示例市人民政府', '  2023年3月15日', '',
      '关于养蜂的意见', '  一、要求', '  支持养蜂。', '  本意见自发布之日起施行,有效期5年。',
    ].join('\n'),
  ).tree.children.find((child) => child.type === 'document')!; // prettier-ignore
  expect(listValidityClauses(forwarded).map(({ kind, day }) => [kind, day])).toEqual([
    ['starts', undefined],
    ['ends', undefined],
  ]);
});
