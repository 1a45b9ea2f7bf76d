import { MarkedDraft } from '@/components/check/MarkedDraft';
import { Filters } from '@/components/search/Filters';
import { Results } from '@/components/search/Results';
import {
  answer,
  facets,
  filter,
  foundDocument,
  foundSection,
  hitDocument,
  nothing,
} from '@/components/search/testing/answers';
import { AdjacentPages } from '@/components/shared/AdjacentPages';
import { CopyButton } from '@/components/shared/CopyButton';
import { CorrectionNote } from '@/components/shared/CorrectionNote';
import { Pager } from '@/components/shared/Pager';
import { Tag } from '@/components/shared/Tag';
import { ValidityLine } from '@/components/shared/ValidityLine';
import { ValidityTag } from '@/components/shared/ValidityTag';
import { LEVELS, type Finding } from '@/lib/check/report';
import { VALIDITY_STATES, type ValidityState, type ValidityStatement } from '@/lib/validity/validity';
import type { Specimen } from './nodes';

const statement: ValidityStatement = {
  kind: 'repeals',
  day: new Date('2024-03-05'),
  sentence: '《示例市绿化办法》（示政发〔2020〕1号）同时废止。',
  words: '同时废止',
  wordsAt: 21,
  place: {
    municipality: { slug: 'shili', name: '示例市', sample: true },
    slug: 'shizhengfa-2024-1',
    title: '示例市人民政府关于绿化的决定',
    docNumber: '示政发〔2024〕1号',
    address: 'n-3',
  },
  source: null,
};
const byEditors: ValidityStatement = { ...statement, place: null, source: '示例市人民政府办公室来函' };

const proofOf: Record<ValidityState, ValidityStatement[]> = {
  repealed: [statement],
  expired: [{ ...statement, kind: 'ends' }],
  amended: [{ ...statement, kind: 'amends' }],
  inForce: [{ ...statement, kind: 'extends' }],
  conflict: [statement, { ...statement, kind: 'extends' }],
  unknown: [],
};

const validitySpecimens = VALIDITY_STATES.flatMap((state): Specimen[] => [
  { name: `validity-tag-${state}`, specimen: <ValidityTag validity={{ state }} always /> },
  {
    name: `validity-${state}`,
    specimen: <ValidityLine validity={{ state, proof: proofOf[state], statements: proofOf[state] }} />,
  },
]);

const page = (title: string) => ({ href: '/shili', lead: '本期上一件', title });

const number = (documents: number, near: number) => ({
  canonical: '示政发〔2024〕1号',
  documents: Array.from({ length: documents }, () => hitDocument()),
  near: Array.from({ length: near }, () => hitDocument()),
});

const results: Record<string, Parameters<typeof Results>[0]> = {
  found: { answer: answer(), filter: filter() },
  'several-sections': {
    answer: answer({ documents: [foundDocument({ sections: [foundSection(), foundSection({ address: 'n-2.2' })] })] }),
    filter: filter({ municipality: 'shili', validity: 'inForce' }),
  },
  'number-held': { answer: answer({ number: number(1, 0), by: 'citations' }), filter: filter() },
  'number-of-several': { answer: answer({ number: number(2, 0), by: 'citations' }), filter: filter() },
  'number-absent': { answer: nothing({ number: number(0, 2) }), filter: filter() },
  nothing: {
    answer: nothing(),
    filter: filter({ municipality: 'shili' }),
    alternatives: [{ q: '食堂', kind: 'sound', document: hitDocument() }],
  },
  'timed-out': { answer: nothing({ timedOut: true }), filter: filter() },
  capped: {
    answer: answer({
      total: { documents: 300, sections: 1000, capped: true },
      page: 15,
      pages: 15,
      continueAt: '2020-01-02',
    }),
    filter: filter({ page: 15 }),
  },
};

const draft = '根据示政发〔2024〕1号和示政发〔2023〕2号。';
const findings = LEVELS.map((level, index): Finding => ({
  level,
  words: draft.slice(index * 3, index * 3 + 2),
  places: [{ start: index * 3, end: index * 3 + 2 }],
  document: null,
  remarks: [],
  proposals: [],
}));

const values = [
  { value: '通知', label: '通知', documents: 12 },
  { value: '意见', label: '意见', documents: 3 },
];

/** Every state of the components that pages share. */
export const stateSpecimens: Specimen[] = [
  ...validitySpecimens,
  {
    name: 'validity-by-editors',
    specimen: <ValidityLine validity={{ state: 'repealed', proof: [byEditors], statements: [byEditors, statement] }} />,
  },
  { name: 'tag', specimen: <Tag>未收录</Tag> },
  { name: 'tag-held', specimen: <Tag held>已收录</Tag> },
  { name: 'tag-over', specimen: <Tag over>已废止</Tag> },
  {
    name: 'correction',
    specimen: (
      <CorrectionNote
        correction={{ source: '示例市人民政府办公室来函' }}
        printed="示政发〔2020〕2号"
        meant="示政发〔2020〕1号"
      />
    ),
  },
  ...[1, 7, 14].map((at) => ({
    name: `pager-${at}`,
    specimen: <Pager page={at} pages={14} href={(to) => `?page=${to}`} label={`翻页：第 ${at} 页`} />,
  })),
  {
    name: 'adjacent-pages',
    specimen: <AdjacentPages label="前后文件" previous={page('关于绿化的通知')} next={page('关于河道的通知')} />,
  },
  { name: 'checked-draft', specimen: <MarkedDraft draft={draft} findings={findings} /> },
  { name: 'copy-button', specimen: <CopyButton text="示政发〔2020〕1号">复制链接</CopyButton> },
  {
    name: 'filters',
    specimen: (
      <Filters
        answer={answer({ facets: facets({ genre: values }), total: { documents: 15, sections: 20, capped: false } })}
        filter={filter()}
      />
    ),
  },
  ...Object.entries(results).map(([state, props]) => ({
    name: `results-${state}`,
    specimen: <Results {...props} />,
  })),
];
