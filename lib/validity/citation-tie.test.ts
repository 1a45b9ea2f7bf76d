import { expect, test } from 'vitest';
import { listCitations, listSectionTexts } from '@/lib/gazette';
import { documentOfCase, table, type ValidityCase } from '@/lib/gazette/clauses/testing/validity-table';
import { tieOf } from './citation-tie';

/** `basis 示政规〔2020〕2号` for each tie that a document has. */
const tiesOf = (row: ValidityCase): string[] => {
  const document = documentOfCase(row);
  return listCitations(listSectionTexts(document)).flatMap(({ citation, sentence, wordsAt }) => {
    const { relation, docNumber, title = null, value: words } = citation;
    const tie = tieOf({ relation, sentence, words, wordsAt, title }, document.title);
    return tie ? [`${tie} ${docNumber?.canonical ?? title}`] : [];
  });
};

const tiesIn = (title: string, sentence: string): string[] =>
  tiesOf({
    kind: 'none',
    document: { title, number: '示政发〔2024〕6号', signedOn: '2024-05-20', publishedOn: null },
    sentence,
    right: {},
  });

const rule = '示例市人民政府关于印发示例市渔港管护办法的通知';
const correction = '关于《示例市渔港管护办法》的更正';
const interpretation = '《示例市渔港管护办法》政策解读';

test.each([
  [rule, '第一条 为了加强渔港管护，根据《示例省渔港条例》等有关规定，结合本市实际，制定本办法。', ['basis 示例省渔港条例']],
  [rule, '第一条 根据《示例省渔港条例》、《示例省渔业办法》（示省令〔2019〕3号）和《示例市渔船规定》，制定本办法。', ['basis 示例省渔港条例', 'basis 示省令〔2019〕3号', 'basis 示例市渔船规定']],
  [rule, '依照《示例省渔港条例》第八条，制定以下措施。', ['basis 示例省渔港条例']],
  [rule, '为贯彻落实《示例省渔港条例》，制定本办法。', []],
  [rule, '根据《示例省渔港条例》，给予处罚。', []],
  [rule, '根据实际情况，为落实《示例省渔港条例》，制定本办法。', []],
  [rule, '违反《示例省渔港条例》的，依照其规定处罚。', []],
  [correction, '本刊2024年第1期刊登的《示例市渔港管护办法》（示政规〔2020〕2号）第三条中的“15日”应为“15个工作日”。', ['corrects 示政规〔2020〕2号']],
  ['更正', '《示例市渔港管护办法》（示政规〔2020〕2号）的落款日期有误。', ['corrects 示政规〔2020〕2号']],
  ['关于公布电话的通知', '《示例市渔港管护办法》（示政规〔2020〕2号）附件中的“8号”应为“18号”，特此更正。', ['corrects 示政规〔2020〕2号']],
  [correction, '根据《示例市公报管理办法》，现作更正。', []],
  ['更正', '本刊今后继续刊登《示例市渔船登记办法》（示政规〔2019〕5号）。', []],
  [correction, '《示例市渔船登记办法》（示政规〔2019〕5号）照常执行。', []],
  ['示例市更正登记办法', '违反《示例市渔船登记办法》（示政规〔2019〕5号）的，更正为原状。', []],
  [rule, '《示例市渔船登记办法》（示政规〔2019〕5号）规定的更正登记由市农业农村局办理。', []],
  [rule, '违反《示例市渔船登记办法》（示政规〔2019〕5号）的，责令限期更正。', []],
  [interpretation, '一、背景：《示例市渔港管护办法》（示政规〔2020〕2号）已经施行。', ['interprets 示政规〔2020〕2号']],
  [interpretation, '《示例省渔港条例》对此已有规定。', []],
  ['关于示例市渔港管护办法的政策解读', '《示例市渔港管护办法》共二十条。', ['interprets 示例市渔港管护办法']],
  ['渔港政策问答', '现就《示例市渔港管护办法》（示政规〔2020〕2号）解读如下。', ['interprets 示政规〔2020〕2号']],
  ['渔港政策问答', '《示例市渔港管护办法》（示政规〔2020〕2号）第三条规定了期限。', []],
  [rule, '现将《示例市渔船登记办法》（示政规〔2019〕5号）重新公布，请遵照执行。', ['reissues 示政规〔2019〕5号']],
  [rule, '重新印发《示例市渔船登记办法》（示政规〔2019〕5号）。', ['reissues 示政规〔2019〕5号']],
  [rule, '市农业农村局按照《示例市渔船登记办法》（示政规〔2019〕5号）重新公布名单。', []],
])('%s: %s', (title, sentence, expected) => {
  expect(tiesIn(title, sentence)).toEqual(expected);
}); // prettier-ignore

test('what is printed again, of the independent table', () => {
  const told = table.flatMap((row) => {
    const reissued = tiesOf(row).filter((tie) => tie.startsWith('reissues '));
    return reissued.length > 0 || row.right.reissues
      ? [[row.sentence, reissued, (row.right.reissues ?? []).map(({ number, title }) => `reissues ${number ?? title}`)]]
      : [];
  });
  expect(told).toHaveLength(4);
  for (const [sentence, said, right] of told) expect(said, String(sentence)).toEqual(right);
}, 30_000);
