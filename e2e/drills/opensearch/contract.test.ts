import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { testCutOff } from '@/lib/db/search/testing/contract/cut-off';
import { testOtherWords } from '@/lib/db/search/testing/contract/other-words';
import { testPaging } from '@/lib/db/search/testing/contract/paging';
import { testSample } from '@/lib/db/search/testing/contract/sample';
import { startOpenSearch, type TestCluster } from '@/scripts/testing/opensearch/cluster';
import { provideOpenSearch } from '@/scripts/testing/opensearch/programs';
import { testEqualAnswers } from './equal-answers';
import { askCluster, onOpenSearch } from './on-index';

const given = process.env.TEST_OPENSEARCH_URL?.split(' ');
const programs = given ? null : provideOpenSearch();

describe.skipIf(!given && !programs)('with OpenSearch', () => {
  let cluster: TestCluster | null = null;
  beforeAll(async () => {
    cluster = programs && (await startOpenSearch(programs, 1));
  });
  afterAll(async () => cluster?.remove());
  const nodes = () => given ?? cluster!.nodes;

  test('its pairs are those of every two characters, whatever they are', async () => {
    const analysis = { tokenizer: { type: 'ngram', min_gram: 2, max_gram: 2 }, text: '中 \n国😀a' };
    const { tokens } = (await askCluster(nodes(), '/_analyze', analysis)) as {
      tokens: { token: string; position: number }[];
    };
    expect(tokens.map(({ token, position }) => [token, position])).toEqual(
      ['中 ', ' \n', '\n国', '国😀', '😀a'].map((token, position) => [token, position]),
    );
  });

  testEqualAnswers(onOpenSearch(nodes, 2));
  testSample(onOpenSearch(nodes, 1));
  testSample(onOpenSearch(nodes, 3));
  testPaging(onOpenSearch(nodes, 2));
  testCutOff(onOpenSearch(nodes, 2));
  testOtherWords(onOpenSearch(nodes, 1));
  // Numbers and suggestions ask no index: testNumbers would test PostgreSQL once more.
});
