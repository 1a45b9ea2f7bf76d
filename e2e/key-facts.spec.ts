import { findViolations, look, WCAG } from './support/axe';
import { expect, test } from './support/fixtures';
import { findOverflow } from './support/overflow';

const ASKED = '示例市河道保洁员高温津贴标准';

test.describe('key facts', { tag: ['@phone', '@no-javascript'] }, () => {
  test('a question for a figure is answered by its sentence above the hits', async ({ page, portal }) => {
    await portal.openHome();
    await portal.search(ASKED);
    const card = portal.main.getByRole('region', { name: '原文里的答案' }).getByRole('listitem');
    await expect(card).toHaveCount(1);
    await expect(card).toContainText('15 元/人·日');
    await expect(card.getByRole('blockquote')).toHaveText('河道保洁员高温津贴由每人每日12元提高到15元');
    await expect(card).toContainText('示例市');
    await expect(card).toContainText('2023年1月18日');
    await expect(card).toContainText('未见废止信息');
    expect(await findOverflow(page)).toEqual([]);
    await card.getByRole('link').click();
    await expect(page).toHaveURL('/shili/shilishirenminzhengfuling-7#a-t8');
  });

  test('what is no question for a figure gets no card', async ({ portal }) => {
    for (const q of ['高温津贴', '河道保洁标准', '河道保洁员高温津贴怎么申请', '"河道保洁员高温津贴标准"']) {
      await portal.open(`/search?q=${encodeURIComponent(q)}`);
      await expect(portal.main.getByRole('region', { name: '原文里的答案' }), q).toHaveCount(0);
    }
  });

  test('a document opens with what it says in figures, each with the way to its sentence', async ({ page, portal }) => {
    await portal.open('/shili/shilishirenminzhengfuling-7');
    const facts = portal.main.getByRole('region', { name: '要点' });
    const first = facts.getByRole('listitem').first();
    await expect(first).toContainText('河道保洁员高温津贴');
    await expect(first).toContainText('15 元/人·日');
    await expect(first).toContainText('+3');
    await expect(facts).toContainText('由程序从正文摘出，以原文为准');
    await expect(facts.getByRole('listitem').filter({ visible: true })).toHaveCount(3);
    await first.getByRole('link').click();
    await expect(page).toHaveURL(/#a-t8$/);
  });
});

test('answers and key facts keep WCAG', async ({ page, portal }) => {
  for (const address of [`/search?q=${encodeURIComponent(ASKED)}`, '/shili/shilishirenminzhengfuling-7']) {
    await portal.open(address);
    expect(await findViolations(look(page).withTags(WCAG)), address).toEqual([]);
  }
});

test('a program reads the same facts', async ({ request }) => {
  const response = await request.get('/api/v1/documents/shili/shilishirenminzhengfuling-7/key-facts');
  const { facts } = (await response.json()) as { facts: { kind: string }[] };
  expect(facts[0]).toMatchObject({
    kind: 'amount',
    subject: '河道保洁员高温津贴',
    from: ['12'],
    to: ['15'],
    unit: '元/人·日',
    difference: 3,
    changed: false,
  });
});
