import { chromium } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
const base = process.env.BASE ?? 'http://localhost:3130';
const draft = `根据《示例市社区食堂管理办法》（示政规〔2023〕1号）第五条、《示例市社区食堂建设运营暂行办法》（示政办发[2022]15 号）和《关于种花的通知》（示政发〔2022〕8号），
落实《本溪市进一步稳经济若干政策举措》（本政规〔2023〕2号）、本政发〔2022〕6号、本政规〔2023〕4号第三十条，以及国发〔2022〕222号、示政发〔2023〕99号。
参照《本溪市“十四五”区域卫生与健康发展规划》（本政办发〔2023〕3号）三、（一）和本政办发〔2022〕22号、《示例市城市河道保洁管理办法》（示例市人民政府令第7号）第七条第（一）项。`;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium-headless-shell', args: ['--no-sandbox'] });
for (const [name, js, width] of [['js', true, 1440], ['nojs', false, 360]]) {
  const context = await browser.newContext({ javaScriptEnabled: js, viewport: { width, height: 900 }, locale: 'zh-CN' });
  const page = await context.newPage();
  page.on('pageerror', (e) => console.log('ERR', e.message));
  page.on('console', (m) => m.type() === 'error' && console.log('console', m.text()));
  await page.goto(base + '/check');
  await page.getByRole('textbox', { name: '文稿' }).fill(draft);
  const began = Date.now();
  await page.getByRole('button', { name: '核对', exact: true }).click();
  await page.getByRole('heading', { name: '核对结果' }).waitFor();
  console.log(name, Date.now() - began, page.url(), 'kept', (await page.locator('textarea').inputValue()) === draft);
  await page.screenshot({ path: `/tmp/check-${name}.png`, fullPage: true });
  if (js) {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    console.log(violations.map((v) => v.id + ' ' + v.nodes.map((n) => n.target.join(' ')).slice(0, 3).join(' | ')));
    await page.locator('.copy').first().click();
    console.log(await page.getByRole('status').allTextContents());
    const long = (draft + '\n').repeat(400).slice(0, 50000);
    await page.getByRole('textbox').last().fill(long);
    const b = Date.now();
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.waitForFunction((l) => document.querySelector('.checked')?.textContent.length > 40000, null, { timeout: 30000 });
    console.log('50k js', Date.now() - b);
    await page.getByRole('textbox').last().fill('字'.repeat(50001));
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByText('超过了').waitFor();
    console.log('too long kept', (await page.locator('textarea').inputValue()).length);
    await page.getByRole('textbox').last().fill('字'.repeat(2000000));
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.waitForTimeout(3000);
    console.log('far too long kept', (await page.locator('textarea').inputValue()).length, await page.locator('[role=alert]').allTextContents());
  } else {
    await page.getByRole('textbox').last().fill('');
    await page.getByRole('button', { name: '核对', exact: true }).click();
    console.log('empty', await page.locator('.check .notice').allTextContents());
    await page.getByRole('textbox').last().fill('字'.repeat(400000));
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.waitForTimeout(3000);
    console.log('1.2MB nojs', page.url(), (await page.locator('textarea').inputValue()).length, await page.locator('.check .notice').allTextContents());
  }
  await page.goto(base + '/shili/shizhenggui-2023-1');
  await page.locator('.cite-box summary').click();
  await page.screenshot({ path: `/tmp/check-doc-${name}.png` });
  await page.goto(base + '/shili/shizhenggui-2023-1/a-t5.1');
  await page.screenshot({ path: `/tmp/check-sec-${name}.png`, fullPage: true });
}
await browser.close();
