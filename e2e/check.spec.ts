import type { Locator } from '@playwright/test';
import { citationsDataSchema, numberDataSchema } from '@/lib/export/data/citation-data';
import { problemSchema } from '@/lib/export/data/data-response';
import { findViolations, look, WCAG } from './support/axe';
import { expect, test } from './support/fixtures';

/**
 * A draft with every kind of mistake: the words of a reference, the level, what is said, and what
 * is offered to copy.
 */
const mistakes: { words: string; level: string; said: RegExp; offered?: string }[] = [
  {
    words: '《示例市生活垃圾分类三年提升行动方案（2022—2024年）》（示政发[2022]08 号）',
    level: '要改',
    said: /六角括号〔〕.*空格|不补“0”/,
    offered: '《示例市生活垃圾分类三年提升行动方案（2022—2024年）》（示政发〔2022〕8号）',
  },
  {
    words: '《关于种花的通知》（示政发〔2022〕8号）',
    level: '要改',
    said: /标题对不上/,
    offered:
      '《示例市人民政府关于印发〈示例市生活垃圾分类三年提升行动方案（2022—2024年）〉的通知》（示政发〔2022〕8号）',
  },
  {
    words: '《示例市公共空间品质提升规划（2023—2027年）》（示政发〔2023〕55号）',
    level: '要改',
    said: /文号对不上.*示政发〔2023〕5号/,
    offered: '《示例市公共空间品质提升规划（2023—2027年）》（示政发〔2023〕5号）',
  },
  { words: '示政办发〔2022〕15号', level: '留意', said: /已废止/ },
  { words: '示政规〔2023〕1号', level: '留意', said: /已修改/ },
  { words: '《示例市城市河道保洁管理办法》（示例市人民政府令第7号）第九十条', level: '要改', said: /没有找到第九十条/ },
  { words: '示政函〔1999〕77号', level: '无从核对', said: /没有收录，也没有见到引用，无法核对/ },
  { words: '《示例市城市河道保洁管理办法》（示例市人民政府令第7号）第五条', level: '相符', said: /原文/ },
];
const draft = `各单位：\n　　请按${mistakes.map(({ words }) => words).join('，按')}办理。`;

const check = async (main: Locator, text: string): Promise<void> => {
  await main.getByRole('textbox').fill(text);
  await main.getByRole('button', { name: '核对', exact: true }).click();
};

test(
  'each mistake of a draft is marked, explained and put right',
  { tag: ['@phone', '@no-javascript'] },
  async ({ page, portal }) => {
    await portal.openHome();
    await page.getByRole('link', { name: '引文核对' }).click();
    await check(portal.main, draft);
    await expect(portal.heading).toHaveText('核对结果');
    await expect(page).toHaveURL('/check');
    const findings = portal.main.getByRole('region', { name: '逐条意见' }).getByRole('listitem');
    const marks = portal.main.getByRole('region', { name: '文稿' }).getByRole('link');
    await expect(findings).toHaveCount(mistakes.length);
    for (const [at, { words, level, said, offered }] of mistakes.entries()) {
      const finding = findings.nth(at);
      await expect(finding).toContainText(level);
      await expect(finding).toContainText(said);
      if (offered) await expect(finding).toContainText(offered);
      await expect(marks.nth(at)).toContainText(words);
    }
    // From the text to what is said, and back.
    await marks.nth(3).click();
    await expect(portal.place).toBeInViewport();
    await expect(portal.place).toContainText('已废止');
    await portal.place.getByRole('link', { name: '第 4 处' }).click();
    await expect(portal.place).toContainText('示政办发〔2022〕15号');
    await expect(portal.main.getByRole('textbox')).toHaveValue(draft);
  },
);

test('the result meets WCAG 2.2 A and AA and does not scroll sideways', { tag: '@phone' }, async ({ page, portal }) => {
  await portal.open('/check');
  await check(portal.main, draft);
  await expect(portal.heading).toHaveText('核对结果');
  await expect(portal.heading).toBeFocused();
  expect(await findViolations(look(page).withTags(WCAG))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('nothing, too much, and anything at all: the draft stays', { tag: '@no-javascript' }, async ({ portal }) => {
  await portal.open('/check');
  await check(portal.main, ' ');
  await expect(portal.main).toContainText('还没有文字');
  // Lines, because a browser takes its time to break one line of so many characters.
  const long = `${'字'.repeat(99)}\n`.repeat(501);
  await check(portal.main, long);
  await expect(portal.main).toContainText('文稿有 50100 字');
  await expect(portal.main.getByRole('textbox')).toHaveValue(long);
  await check(portal.main, '〔'.repeat(1000));
  await expect(portal.main).toContainText('没有认出引用');
  await check(portal.main, '\u0001<b>《甲办法》</b>\u202e（示政发〔2022〕9号）');
  await expect(portal.heading).toHaveText('核对结果');
});

test('a connection that breaks, and the words of another server, leave the draft where it is', async ({
  page,
  portal,
}) => {
  await portal.open('/check');
  const field = portal.main.getByRole('textbox');
  const answers: Parameters<typeof page.route>[1][] = [
    (route) => route.abort('aborted'),
    (route) => route.fulfill({ contentType: 'text/html', body: '<h1>502 Bad Gateway</h1>' }),
  ];
  for (const answer of answers) {
    await page.route('/check', answer);
    await check(portal.main, draft);
    await expect(portal.main.getByRole('alert')).toContainText('文稿还在下面');
    await expect(field).toHaveValue(draft);
    await expect(field).toBeFocused();
    await page.unroute('/check', answer);
    await portal.open('/check');
  }
  await check(portal.main, draft);
  await expect(portal.heading).toHaveText('核对结果');
  await expect(portal.main.getByRole('alert')).toBeHidden();
  await check(portal.main, '示政规〔2023〕1号');
  await expect(portal.main.getByRole('region', { name: '逐条意见' }).getByRole('listitem')).toHaveCount(1);
});

test.describe('what is posted to the checker', () => {
  const multipart = 'multipart/form-data; boundary=abc';
  const broken = '--abc\r\nContent-Disposition: form-data; name="draft"\r\n\r\n示政规〔2023〕1号';
  for (const [name, status, words, options] of [
    ['a form', 200, '核对结果', { multipart: { draft: '示政规〔2023〕1号' } }],
    ['a form of the other kind', 200, '核对结果', { form: { draft: '示政规〔2023〕1号' } }],
    ['a form of a build with actions', 400, '还没有文字', { multipart: { $ACTION_REF_1: '', '1_draft': 'x' } }],
    ['an empty draft', 400, '还没有文字', { multipart: { draft: ' ' } }],
    ['a long draft', 413, '文稿有 50001 字', { multipart: { draft: '字'.repeat(50_001) } }],
    ['too much', 413, '没有读完', { multipart: { draft: 'x'.repeat(5 * 2 ** 20) } }],
    ['a broken form', 400, '示政规〔2023〕1号</textarea>', { data: broken, headers: { 'content-type': multipart } }],
    ['JSON', 400, '没有读到文稿', { data: { draft: '甲' } }],
    [
      'a call of an action',
      400,
      '没有按表单的格式送来',
      { data: '[]', headers: { 'next-action': '40af', 'content-type': 'text/x' } },
    ],
    ['a form of another site', 403, '别的网站', { form: { draft: '甲' }, headers: { origin: 'https://evil.example' } }],
    ['a form across sites', 403, '别的网站', { form: { draft: '甲' }, headers: { 'sec-fetch-site': 'cross-site' } }],
  ] as const) {
    test(`${name} answers ${status}`, async ({ request }) => {
      for (const address of ['/check', '/zh-hant/check']) {
        const response = await request.post(address, options);
        expect(response.status()).toBe(status);
        expect(response.headers()['cache-control']).toContain('no-store');
        if (address === '/check') expect(await response.text()).toContain(words);
      }
    });
  }

  test('other pages take no form', async ({ request }) => {
    for (const address of ['/', '/shili', '/nosuch/page']) {
      const response = await request.post(address, { data: broken, headers: { 'content-type': multipart } });
      expect(response.status()).toBe(405);
      expect(response.headers().allow).toBe('GET, HEAD, OPTIONS');
    }
  });
});

test('a citation is copied with one button, as text or with the link', async ({ page, portal, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await portal.open('/shili/shizhenggui-2023-1/a-t5.1');
  const citation = '《示例市社区食堂管理办法》（示政规〔2023〕1号）第五条第（一）项';
  await page.getByRole('button', { name: '复制引用', exact: true }).click();
  await expect(page.getByRole('status').filter({ hasText: '已复制' })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(citation);
  await page.getByRole('button', { name: '复制引用和链接' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/第（一）项 http.*\/shili\/shizhenggui-2023-1\/a-t5\.1\?k=a-t5\.1\.[0-9a-z]{6}$/);
  const html = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    return (await item!.getType('text/html')).text();
  });
  expect(html).toContain(`>${citation}</a>`);
});

test(
  'without script the citation is there to select, and no button',
  { tag: '@no-javascript' },
  async ({ page, portal }, { project }) => {
    await portal.open('/shili/shizhenggui-2023-1');
    await page.getByText('引用', { exact: true }).click();
    await expect(portal.main.getByText('（示政规〔2023〕1号）', { exact: false }).first()).toBeVisible();
    await expect(page.getByRole('button', { name: /复制/ })).toHaveCount(project.name === 'no-javascript' ? 0 : 2);
  },
);

test('citations and numbers are data', async ({ request }) => {
  const response = await request.get(`/api/v1/documents/${encodeURIComponent('示政办发[2022]15')}/citations`);
  expect(new URL(response.url()).pathname).toBe('/api/v1/documents/shili/shizhengbanfa-2022-15/citations');
  const data = citationsDataSchema.parse(await response.json());
  expect(data.validity.state).toBe('repealed');
  expect(data.citedBy.items.length).toBeGreaterThan(0);
  const number = numberDataSchema.parse(await (await request.get('/api/v1/wenhao/示政办发[2022]15')).json());
  expect(number).toMatchObject({ number: { canonical: '示政办发〔2022〕15号' }, held: [{ url: data.document.url }] });
  for (const [address, status] of [
    ['/api/v1/wenhao/%E7%94%B2', 400],
    ['/api/v1/documents/shili/nosuch/citations', 404],
    ['/api/v1/documents/%E7%94%B2/citations', 404],
    ['/api/v1/documents/a%2F%00/citations', 404],
  ] as const) {
    const refused = await request.get(address);
    // A zero byte is led away before any page is asked.
    if (address.includes('%00')) expect(refused.status()).toBeLessThan(500);
    else {
      expect(refused.status(), address).toBe(status);
      expect(problemSchema.parse(await refused.json()).error).not.toBe('');
    }
  }
});
