import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { documentText } from '@/lib/db/testing/texts';
import { ProgramFailed, runNode } from '@/scripts/support/child-process';
import { findViolations, look, WCAG } from '../support/axe';
import { expect, test } from '../support/fixtures';
import { findOverflow } from '../support/overflow';

const clauses = [
  '为了保护城市河道,防止水土流失,制定本办法。',
  '市水务局负责全市河道的日常巡查和维护工作。',
  '任何单位不得向河道倾倒垃圾、渣土和污水。',
  '沿河单位应当在每年三月底以前完成清淤任务。',
  '本办法由市水务局负责解释,自印发之日起施行。',
];
const rivers = (texts: readonly string[]): string =>
  documentText({
    number: '示政发〔2023〕42号',
    title: '示例市河道管理办法',
    body: texts.map((text, at) => `第${'一二三四五六七'[at]}条 ${text}`),
  });
const RIVERS = '/shili/shizhengfa-2023-42';

let folder = '';
let report = '';
test.beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'gongbao-edited-'));
});
test.afterAll(async () => rm(folder, { recursive: true, force: true }));

const run = async (...args: string[]): Promise<void> => {
  const env = { ...process.env, DATABASE_URL: process.env.EDITED_DATABASE_URL };
  await runNode([path.join('scripts', 'run.mjs'), 'ingest', ...args], { env, quiet: true });
};
const edit = async (text: string): Promise<void> => {
  await writeFile(path.join(folder, 'rivers.txt'), text);
  await run('--accept', path.join(folder, 'rivers.txt'));
};
/** Writes the page of what an edit would do; that it would be stopped is the command's failure. */
const preview = async (text: string): Promise<void> => {
  report = path.join(folder, 'preview.html');
  await writeFile(path.join(folder, 'rivers.txt'), text);
  await run('--dry-run', '--report', report, path.join(folder, 'rivers.txt')).catch((error: unknown) => {
    if (!(error instanceof ProgramFailed)) throw error;
  });
};

test('a shared link is right after an edit, and after the document is withdrawn', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const share = async (marker: string): Promise<string> => {
    await page.goto(RIVERS);
    await page.waitForLoadState('load');
    const dialog = page.getByRole('dialog');
    // Before script has come a marker is a plain link.
    await expect(async () => {
      if (!page.url().endsWith(RIVERS)) await page.goto(RIVERS);
      await page.getByRole('link', { name: marker, exact: true }).first().click();
      await expect(dialog).toBeVisible({ timeout: 1000 });
    }).toPass();
    const link = await dialog.getByRole('button', { name: /复制链接/ }).getAttribute('data-copy');
    expect(new URL(link!).searchParams.get('k')).toMatch(/^t\d\.[0-9a-z]{6}$/);
    return link!;
  };
  const plain = await browser.newContext({
    baseURL: baseURL!,
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  const phone = await plain.newPage();

  await edit(rivers(clauses));
  const [corrected, moved, gone] = [await share('第二条'), await share('第三条'), await share('第四条')];
  await page.goto(moved);
  await expect(page).toHaveURL(`${RIVERS}/t3`);

  const next = [clauses[0]!, '市水务局负责全市河道的日常巡查、监测和维护工作。', '河道两岸三十米以内应当设立界桩。'];
  const edited = rivers([...next, clauses[2]!]);
  await preview(edited);
  for (const reader of [page, phone]) {
    await reader.goto(pathToFileURL(report).href);
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText('收录预览');
    await expect(reader.getByText('会被拦下：库中的文字将会丢失')).toBeVisible();
    await expect(reader.locator('tr.changed')).toContainText('示例市河道管理办法');
    await expect(reader.locator('ins').filter({ hasText: '监测' })).toHaveCount(1);
    await expect(reader.getByText('沿河单位应当在每年三月底以前').first()).toBeVisible();
    expect(await findOverflow(reader)).toEqual([]);
    await reader.goto(RIVERS);
    await expect(reader.getByRole('main')).not.toContainText('监测');
  }
  await edit(edited);
  for (const reader of [page, phone]) {
    await reader.goto(moved);
    await expect(reader).toHaveURL(`${RIVERS}/t4`);
    await expect(reader.locator('.prose')).toContainText('任何单位不得向河道倾倒垃圾');

    await reader.goto(corrected);
    await expect(reader.getByRole('note')).toContainText('这些文字此后有更正');
    await expect(reader.getByText('市水务局负责全市河道的日常巡查和维护工作。').last()).toBeVisible();
    expect(await findOverflow(reader)).toEqual([]);
    await reader.getByRole('link', { name: '对照改动' }).first().click();
    await expect(reader.locator('ins').first()).toHaveText('、监测');
    expect(await findOverflow(reader)).toEqual([]);

    await reader.goto(gone);
    await expect(reader.getByRole('note')).toContainText('这些文字此后已删去');

    // A fragment never reaches the portal: the text keeps the place.
    await reader.goto(`${RIVERS}#t5`);
    await expect(reader.locator('.former-place:target')).toContainText('自印发之日起施行');
    await reader.goto(`${RIVERS}#t1`);
    await expect(reader.locator('.former-place')).toBeHidden();
    const status = (await reader.goto(`${RIVERS}/t5`))?.status();
    expect(status).toBe(410);
    await expect(reader.getByRole('heading', { level: 1 })).toHaveText('此处的文字已有变动');
    await expect(reader.getByText('自印发之日起施行').first()).toBeVisible();
  }
  for (const address of [RIVERS, `${RIVERS}/versions`, `${RIVERS}/versions/1..2`, `${RIVERS}?v=1`]) {
    await page.goto(address);
    expect(await findViolations(look(page).withTags(WCAG)), address).toEqual([]);
  }
  await expect(page.getByRole('note')).toContainText('第1版，不是现行文本');
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/);
  await page.goto(pathToFileURL(report).href);
  expect(await findViolations(look(page).withTags(WCAG)), 'preview').toEqual([]);
  await page.goto(`/zh-hant${RIVERS}?v=1`);
  await expect(page.getByRole('note')).toContainText('第1版，不是現行文本');

  await run('--remove', path.join(folder, 'rivers.txt'), '--reason', '含个人信息');
  for (const reader of [page, phone])
    for (const address of [RIVERS, moved, `${RIVERS}?v=1`, `${RIVERS}/versions`]) {
      expect((await reader.goto(address))?.status(), address).toBe(410);
      await expect(reader.getByRole('heading', { level: 1 })).toHaveText('本站已撤下这份文件');
      await expect(reader.getByRole('main')).toContainText('原因：含个人信息。');
      await expect(reader.getByRole('main')).not.toContainText('倾倒垃圾');
    }
  // Nothing else was held of the city.
  for (const address of ['/shili', '/shili/timeline', '/shili/validity', '/shili/corrections']) {
    expect((await phone.goto(address))?.status(), address).toBe(410);
    await expect(phone.getByRole('heading', { level: 1 })).toHaveText('本站不再收录这个地方的公报和文件');
    await expect(phone).toHaveTitle(/本站不再收录这个地方的公报和文件/);
  }
  await plain.close();
});
