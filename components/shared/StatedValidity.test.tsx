import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { joinStated } from '@/lib/views/document/stated-facts';
import { noStatedColumns } from '@/lib/views/document/testing/stated-columns';
import { StatedValidity } from './StatedValidity';

const row = {
  indexNumber: '1/2',
  topic: '农业、林业',
  validity: '有效',
  publishedOn: null,
  url: 'https://shili.example/1',
};
const nothing = noStatedColumns();
const found = { agency: '示例市人民政府', signedOn: new Date('2023-05-01') };

test('what the text prints goes first, and what a manifest has otherwise stands beside it', () => {
  expect(joinStated({ ...nothing, manifestRows: [row] }, found)).toMatchObject({
    indexNumber: { value: '1/2', other: null },
    url: 'https://shili.example/1',
  });
  const own = { indexNumber: '１/2', topic: '农业 林业', statedValidity: '失效', publishedOn: new Date('2023-05-06') };
  expect(
    joinStated({ ...nothing, ...own, manifestRows: [{ ...row, publishedOn: new Date('2023-05-07') }] }, found),
  ).toMatchObject({
    indexNumber: { value: '１/2', other: null },
    topic: { value: '农业 林业', other: null },
    validity: { value: '失效', other: '有效' },
    publishedOn: { value: new Date('2023-05-06'), other: new Date('2023-05-07') },
    url: 'https://shili.example/1',
  });
});

test('the words of the publisher are quoted, and doubt is shown where they contradict the proof', () => {
  const show = (value: string | null, other: string | null, state: 'repealed' | 'unknown') =>
    renderToStaticMarkup(<StatedValidity stated={{ value, other }} validity={{ state, proof: [] }} />);
  expect(show(null, null, 'repealed')).toBe('');
  expect(show('有效', null, 'unknown')).toMatch(/来源标注.*“有效”.*照录/);
  expect(show('有效', null, 'repealed')).toMatch(/“有效”.*与依据原文得出的“已废止”不一致，本站不作取舍/);
  expect(show('失效', '有效', 'unknown')).toMatch(/“失效”，又作“有效”.*两处标注不一致/);
});

test('agency and signing day of the block are shown where the text says others, and no second time', () => {
  const columns = { ...nothing, statedAgency: '示例市人民政府', statedSignedOn: new Date('2023-05-01') };
  expect(joinStated(columns, found)).toMatchObject({ agency: null, signedOn: null });
  expect(joinStated(columns, { agency: '示例市民政局', signedOn: null })).toMatchObject({
    agency: '示例市人民政府',
    signedOn: new Date('2023-05-01'),
  });
});
