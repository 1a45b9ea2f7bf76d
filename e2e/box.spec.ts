import { problemSchema } from '@/lib/export/data/data-response';
import { searchDataSchema } from '@/lib/export/data/search-data';
import { expect, test } from './support/fixtures';

// The box understands people: from a citation, a link, a fragment of a number or everyday words to
// the clause.
test.describe('the box', { tag: '@no-javascript' }, () => {
  test('leads from a pasted citation to its clause', async ({ page, portal }) => {
    await portal.openHome();
    await portal.type('《示例市社区食堂管理办法》（示政规〔2023〕1号）第十二条第二款');
    await expect(page).toHaveURL(/\/shili\/shizhenggui-2023-1#a-t12\.k2$/);
    await expect(page.locator('[id="a-t12.k2"]')).toContainText('检查结果在社区食堂显著位置公示');
    await portal.open('/go?to=示政规〔2023〕1号第九条第一款');
    await expect(page).toHaveURL(/\/shili\/shizhenggui-2023-1#a-t9\.k1$/);
    await expect(page.locator('[id="a-t9.k1"]')).toContainText('六十周岁以上老年人用餐');
    await portal.open('/search?q=示例市社区食堂运营补助资金管理细则第三条');
    await expect(page).toHaveURL(/\/shili\/shizhenggui-2023-1#a2-t3$/);
  });

  test('leads from a link with a stop glued to it, and so does the address', async ({ page, portal }) => {
    await portal.openHome();
    await portal.type('请看 https://portal.example/shili/shizhengfa-2023-2。');
    await expect(page).toHaveURL(/\/shili\/shizhengfa-2023-2$/);
    for (const glued of ['shizhengfa-2023-2。', 'shizhengfa-2023-2），请查收', 'SHIZHENGFA-2023-2']) {
      await portal.open(`/shili/${glued}`);
      await expect(page).toHaveURL(/\/shili\/shizhengfa-2023-2$/);
    }
    await portal.open('/go?to=示政发2023年2号文');
    await expect(page).toHaveURL(/\/shili\/shizhengfa-2023-2$/);
  });

  test('takes 15号文 inside a city for that of the city, and nowhere else', async ({ page, portal }) => {
    await portal.open('/shili');
    await portal.type('15号文');
    await expect(page).toHaveURL(/\/shili\/shizhengbanfa-2022-15$/);
    await portal.openHome();
    await portal.search('15号文');
    await expect(portal.main).not.toContainText('您输入的文号');
    await portal.open('/shili');
    await portal.search('4号文');
    const choice = portal.main.getByRole('region', { name: '您输入的文件' });
    await expect(choice.getByRole('listitem')).toHaveCount(2);
    await choice.getByRole('link').first().click();
    await expect(page).toHaveURL(/\/shili\/shizheng(?:gui|banfa)-2023-4$/);
  });

  test('answers a question with the city in front, and says how it was taken', async ({ page, portal }) => {
    await portal.openHome();
    await portal.search('示例市社区食堂每餐补助多少钱');
    await expect(portal.main.getByRole('note')).toContainText('在示例市的文件里改查');
    await expect(portal.main.getByRole('list', { name: '已选条件' })).toContainText('示例市');
    await expect(portal.main.getByRole('link', { name: /社区食堂/ }).first()).toBeVisible();
    await portal.search('tushuguan');
    await expect(portal.main.getByRole('note')).toContainText('图书馆');
    await expect(page.getByText('怎样查得更准')).toBeVisible();
  });

  test('lists several numbers of a pasted line', async ({ portal }) => {
    await portal.openHome();
    await portal.search('根据示政发〔2023〕2号、示政规〔2023〕1号办理');
    const choice = portal.main.getByRole('region', { name: '您输入的文件' });
    await expect(choice.getByRole('listitem')).toHaveCount(2);
  });

  for (const words of ['三年行动', '24小时', 'A4纸', '35岁以下', '12345热线', '第十二条', '1000万元', '第3期'])
    test(`takes ${words} for words`, async ({ portal }) => {
      await portal.openHome();
      await portal.search(words);
      await expect(portal.main).not.toContainText('您输入的文号');
      await expect(portal.main).not.toContainText('未收录');
    });
});

test('a form has every condition', async ({ page, portal }) => {
  await portal.open('/search');
  await page.getByText('逐项填写').click();
  const form = page.getByRole('form', { name: '逐项填写' });
  await form.getByLabel('字句').fill('社区食堂');
  await form.getByLabel('文种').selectOption('通知');
  await form.getByRole('button', { name: '检索' }).click();
  await expect(portal.main.getByRole('list', { name: '已选条件' })).toContainText('通知');
});

test('programs get the same understanding, and are told what is wrong by name', async ({ request }) => {
  const meant = searchDataSchema.parse(await (await request.get('/api/v1/search?q=示政规〔2023〕1号第十二条')).json());
  expect(meant.references.map(({ kind, url }) => [kind, url && new URL(url).pathname + new URL(url).hash])).toEqual([
    ['place', '/shili/shizhenggui-2023-1#a-t12'],
  ]);
  const asked = searchDataSchema.parse(await (await request.get('/api/v1/search?q=示例市社区食堂补助多少钱')).json());
  expect(asked.understood).toMatchObject({ municipality: 'shili' });
  for (const [address, status, parameter] of [
    ['/api/v1/search?q=社区&sort=best', 400, 'sort'],
    ['/api/v1/search?q=社区&from=2022-13', 400, 'from'],
    ['/api/v1/search?q=社区&munincipality=shili', 400, 'munincipality'],
    ['/api/v1/wenhao/示政规〔2023〕1号?page=0', 400, 'page'],
    ['/api/v1/share?municipality=shili&document=%E7%A4%BA&section=a', 400, 'document'],
    ['/api/v1/documents/shili/nothing', 404, undefined],
    ['/api/v1/nothing', 404, undefined],
    ['/api/v1/documents/%A0', 400, undefined],
  ] as const) {
    const refused = await request.get(address);
    expect(refused.status(), address).toBe(status);
    expect(problemSchema.parse(await refused.json()).parameter, address).toBe(parameter);
  }
});
