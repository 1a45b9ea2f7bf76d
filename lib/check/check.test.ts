import { describe, expect, test } from 'vitest';
import { followLocatorPath, readLocatorPath } from '@/lib/gazette';
import { sectionPathOf } from './look-ups';
import { unknownValidity, type Validity } from '@/lib/validity/validity';
import { titleKey } from '@/lib/search/text/title-key';
import { checkReference, listLookUps, readDraft, type HeldDocument, type LookUpResults } from '.';
import { listFormSlips } from './number-form';

const held = (id: number, title: string, docNumber: string | null, more: Partial<HeldDocument> = {}): HeldDocument => ({
  id,
  slug: `d${id}`,
  title,
  titleKey: titleKey(title),
  issuedTitleKey: null,
  docNumber,
  agency: null,
  signedOn: null,
  municipality: { slug: 'shili', name: '示例市', sample: true },
  partTitleKeys: [],
  addresses: [],
  ...more,
});
const greening = held(1, '关于印发《示例市绿化办法》的通知', '示政发〔2022〕9号', {
  issuedTitleKey: titleKey('示例市绿化办法'),
  addresses: ['n', 'a', 'a-t1', 'a-t12', 'a-t12.2', 'a-z3', 'f1', 'f1-biao1'],
});
const rivers = held(2, '关于清理河道的通知', '示政发〔2023〕2号');
const twins = [held(3, '甲通知', '示政函〔2020〕1号'), held(4, '乙通知', '示政函〔2020〕1号')];

const place = {
  municipality: { slug: 'shili', name: '示例市', sample: true },
  slug: 'd9',
  title: '清理结果',
  docNumber: '示政发〔2024〕1号',
  address: '2',
};
const repeal = {
  kind: 'repeals' as const,
  day: new Date('2024-01-02'),
  sentence: '甲同时废止。',
  words: '甲',
  wordsAt: 0,
  place,
  source: null,
};
const repealed: Validity = { state: 'repealed', proof: [repeal], statements: [repeal] };

const documents = [greening, rivers, ...twins];
const group = (keysOf: (document: HeldDocument) => (string | null)[]) => {
  const groups = new Map<string, HeldDocument[]>();
  for (const document of documents)
    for (const key of keysOf(document)) if (key) groups.set(key, [...(groups.get(key) ?? []), document]);
  return groups;
};
const known: LookUpResults = {
  byNumber: group(({ docNumber }) => [docNumber]),
  byTitle: group((document) => [document.titleKey, document.issuedTitleKey]),
  cited: new Map([['国发〔2021〕3号', { documents: 2, titles: ['关于林业的意见'] }]]),
  near: new Map([
    ['示政办发〔2023〕2号', [{ docNumber: '示政发〔2023〕2号', title: '关于清理河道的通知', held: true }]],
  ]),
  validities: new Map(documents.map(({ id }) => [id, id === 2 ? repealed : unknownValidity])),
  numberValidities: new Map(),
  clauseStates: new Map(),
};

const check = (draft: string) => readDraft(draft, 100).references.map((reference) => checkReference(reference, known));
const brief = (draft: string) =>
  check(draft).map(({ level, remarks, proposals }) => [
    level,
    remarks.map(({ kind }) => kind).join(' '),
    proposals[0]?.text ?? '',
  ]);

test.each<[string, string, string, string]>([
  ['按《示例市绿化办法》（示政发〔2022〕9号）办理', 'fine', '', ''],
  ['按《示例市绿化办法》(示政发〔2022〕9号)办理', 'fine', '', ''],
  ['按示政发〔2022〕9号办理', 'fine', '', '《关于印发〈示例市绿化办法〉的通知》（示政发〔2022〕9号）'],
  ['按《示例市绿化办法》办理', 'fine', '', '《示例市绿化办法》（示政发〔2022〕9号）'],
  ['按示政发2022-9办理', 'change', 'form', '《关于印发〈示例市绿化办法〉的通知》（示政发〔2022〕9号）'],
  ['按《示例市绿化办法》（示政发[2022]09 号）办理', 'change', 'form', '《示例市绿化办法》（示政发〔2022〕9号）'],
  [
    '按《示例市绿地办法》（示政发〔2022〕9号）办理',
    'change',
    'titleDiffers',
    '《关于印发〈示例市绿化办法〉的通知》（示政发〔2022〕9号）',
  ],
  [
    '按《关于清理河道的通知》（示政发〔2022〕9号）办理',
    'change',
    'titleDiffers numberDiffers',
    '《关于印发〈示例市绿化办法〉的通知》（示政发〔2022〕9号）',
  ],
  [
    '按《示例市绿化办法》（示政发〔2022〕8号）办理',
    'change',
    'unknown numberDiffers',
    '《示例市绿化办法》（示政发〔2022〕9号）',
  ],
  [
    '按《关于清理河道的通知》（示政办发〔2023〕2号）办理',
    'change',
    'unknown numberDiffers',
    '《关于清理河道的通知》（示政发〔2023〕2号）',
  ],
  ['按示政办发〔2023〕2号办理', 'unknown', 'unknown near', ''],
  ['按示政发〔2023〕2号办理', 'notice', 'validity', '《关于清理河道的通知》（示政发〔2023〕2号）'],
  ['按《关于林业的意见》（国发〔2021〕3号）办理', 'unknown', 'absent', ''],
  ['按《关于农业的意见》（国发〔2021〕3号）办理', 'notice', 'absent citedOtherwise', ''],
  ['按《示例市养蜂办法》办理', 'unknown', 'unknown', ''],
  ['按示政函〔2020〕1号办理', 'notice', 'several', ''],
  ['按《乙通知》（示政函〔2020〕1号）办理', 'fine', '', ''],
  ['按《示例市绿化办法》（示政发〔2022〕9号）第十二条第二款办理', 'fine', '', ''],
  ['按《示例市绿化办法》第十三条办理', 'change', 'placeMissing', '《示例市绿化办法》（示政发〔2022〕9号）第十三条'],
  ['按示政发〔2022〕9—11号办理', 'notice', 'range', ''],
  ['《示例市绿化办法》（示政发〔2022〕9号、示政发〔2023〕2号）', 'fine', '', ''],
])('%s', (draft, level, remarks, proposal) => {
  expect(brief(draft)[0]).toEqual([level, remarks, proposal]);
});

test('several numbers behind one title: only one of them has to be that of the title', () => {
  expect(brief('《关于清理河道的通知》（示政发〔2022〕9号、示政发〔2023〕2号）')[0]?.[1]).toBe('');
});

test('where number and title contradict each other, both ways to write it are offered', () => {
  const [finding] = check('《关于清理河道的通知》（示政发〔2022〕9号）');
  expect(finding?.proposals).toEqual([
    { text: '《关于印发〈示例市绿化办法〉的通知》（示政发〔2022〕9号）', meaning: 'byNumber' },
    { text: '《关于清理河道的通知》（示政发〔2023〕2号）', meaning: 'byTitle' },
  ]);
});

test('the state of a document comes with the sentence that proves it', () => {
  expect(check('示政发〔2023〕2号')[0]?.remarks).toEqual([
    {
      kind: 'validity',
      proof: {
        state: 'repealed',
        day: '2024-01-02',
        sentence: '甲同时废止。',
        words: '甲',
        wordsAt: 0,
        by: { name: '示政发〔2024〕1号', href: '/shili/d9#2' },
        source: null,
      },
    },
  ]);
});

test('the same words are one finding with all their places, and what is beyond the limit is counted', () => {
  const draft = '示政发〔2022〕9号，又见示政发〔2022〕9号，再见国发〔2021〕3号。';
  const { references, left } = readDraft(draft, 1);
  expect(references[0]?.places.map(({ start, end }) => draft.slice(start, end))).toEqual([
    '示政发〔2022〕9号',
    '示政发〔2022〕9号',
  ]);
  expect([references.length, left]).toEqual([1, 1]);
});

test('each thing is looked up once', () => {
  const { references } = readDraft(
    '《甲办法》（示政发〔2022〕9号）第三条，示政发〔2022〕9号，示政发〔2022〕9—10号，《甲办法》第三条',
    100,
  );
  expect(listLookUps(references)).toMatchObject({
    docNumbers: [{ canonical: '示政发〔2022〕9号' }],
    rangeNumbers: ['示政发〔2022〕10号'],
    titleKeys: ['甲办法'],
    paths: ['t3'],
  });
});

test.each([
  ['示政发〔2022〕9号', []],
  ['示政发[2022]9号', ['brackets']],
  ['示政发（２０２２）第０９ 号', ['brackets', 'ordinal', 'zeros', 'fullWidth', 'blanks']],
  ['示政发〔22〕9号', ['shortYear']],
  ['示政发〔2022年〕9号', ['yearWord']],
  ['示政发2022年9号', ['noBrackets']],
  ['示政发〔二〇二二〕九号', ['hanNumerals']],
  ['示政发〔2022〕9', ['noMark']],
  ['示政发2022-9', ['noBrackets', 'noMark']],
  ['〔2022〕示政发9号', ['order']],
  ['2022年示政发9号', ['noBrackets', 'order']],
  ['示政发9号（2022）', ['brackets', 'order']],
  ['示政发[2022]-09号', ['brackets', 'dash', 'zeros']],
])('the form of %s', (written, slips) => {
  expect(listFormSlips(written)).toEqual(slips);
});

describe('places', () => {
  const addresses = [
    'n',
    '1',
    '2',
    '2.3',
    '2.3.1',
    'a',
    'a-t2zhi1',
    'a-t12',
    'a-t12.2',
    'a-b1.z3',
    'a-zhuanlan1.2',
    'f1',
    'f1-2',
    'f1-t1',
    'f2-biao2',
  ];
  test.each([
    ['第十二条第二款', 'a-t12'],
    ['第十二条第(二)项', 'a-t12.2'],
    ['第十二条第(三)项', null],
    ['第二条之一', 'a-t2zhi1'],
    ['第三章', 'a-b1.z3'],
    ['第二部分', '2'],
    ['二、(三)1.', '2.3.1'],
    ['二、(四)', null],
    ['专栏1第2项', 'a-zhuanlan1.2'],
    ['附件', 'f1'],
    ['附件1第一条', 'f1-t1'],
    ['附件2表2', 'f2-biao2'],
    ['附件3', null],
  ])('%s is %s', (locator, address) => {
    const way = sectionPathOf(locator)!;
    expect(followLocatorPath({ ...way, paths: way.paths.slice(0, 1) }, addresses)[0] ?? null).toBe(address);
  });
  test('words that name no place are none', () => {
    expect(readLocatorPath('有关规定')).toBeNull();
  });
});
