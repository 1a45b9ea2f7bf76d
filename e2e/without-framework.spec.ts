import { defaultTreeAdapter, parse, serialize, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { withoutFramework } from '@/lib/caching/without-framework';
import { expect, test } from './support/fixtures';
import { kindsOfPages } from './support/pages';

for (const { name, address } of kindsOfPages) {
  test(`${name}: nothing is lost with React`, async ({ request }) => {
    const html = await (await request.get(address)).text();
    const bare = withoutFramework(html);
    expect(bare).toMatch(/<script type="module" src="\/_next\/static\/browser\/start-\w+\.js">/);
    expect(bare).not.toMatch(/__next_f|\/_next\/static\/chunks\/[^"]+\.js|<!--/);
    // Where a gateway stands before the portal, it has done so already.
    expect(serialize(withoutScripts(parse(bare)))).toBe(serialize(withoutScripts(parse(html))));
  });
}

test('a document works without React, on a few kilobytes of script', async ({ page, portal }) => {
  const address = '/shili/shizhengfa-2022-8';
  await page.route(address, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: withoutFramework(await response.text()) });
  });
  const scripts: string[] = [];
  page.on('request', (sent) => sent.resourceType() === 'script' && scripts.push(new URL(sent.url()).pathname));
  await portal.open(address);
  await portal.awaitScript();
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((file) => !file.startsWith('/_next/static/browser/'))).toEqual([]);
  await portal.main.getByRole('link', { name: '二、', exact: true }).click();
  await expect(page.getByRole('dialog', { name: '转发' })).toBeVisible();
});

/** Takes scripts, what preloads them, comments and empty hidden elements out of a tree. */
function withoutScripts<Node extends Tree.ParentNode>(node: Node): Node {
  for (const child of [...node.childNodes]) {
    if (isForScript(child)) defaultTreeAdapter.detachNode(child);
    else if (defaultTreeAdapter.isElementNode(child)) withoutScripts(child);
  }
  return node;
}

function isForScript(node: Tree.ChildNode): boolean {
  if (defaultTreeAdapter.isCommentNode(node)) return true;
  if (!defaultTreeAdapter.isElementNode(node)) return false;
  const value = (name: string) => node.attrs.find((each) => each.name === name)?.value;
  if (node.tagName === 'script') return value('type') === undefined;
  if (node.tagName === 'link') return value('rel') === 'preload' && value('as') === 'script';
  return (
    node.tagName === 'div' &&
    value('hidden') === '' &&
    node.childNodes.every((child) => defaultTreeAdapter.isCommentNode(child))
  );
}
