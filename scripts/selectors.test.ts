import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { expect, test } from 'vitest';

// As in layers.test.ts: the rules are about text, and the files need not exist.
const linter = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

async function reportsOf(file: string, code: string): Promise<string[]> {
  const [result] = await linter.lintText(code, { filePath: file });
  const fatal = result?.messages.find((message) => message.fatal);
  if (fatal) throw new Error(fatal.message);
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId === 'no-restricted-syntax')
    .map(({ message }) => message);
}

const script = 'components/browser/reading/contents.ts';

test.each([
  "document.querySelector('.toc')",
  "document.querySelectorAll('main a.cite')",
  "link.closest('details.rest')",
  "link.matches('p, .tag')",
  'document.querySelector(`${list} .toc`)',
  "const SEAMS = '.tag, .aside'",
  "const LINKS = ':is(.cite, h2)'",
  'document.querySelector(\'[class*="toc"]\')',
  "document.getElementsByClassName('toc')",
  "bar.classList.add('finding')",
  "bar.className = 'finding'",
  "document.querySelector('#contents')",
  "document.querySelector('thead tr > th')",
  'document.querySelector(`${list} > li`)',
  "document.querySelector('[data-contents]')",
  "link.setAttribute('data-current', '')",
  'button.dataset.copied',
])('browser code may not say: %s', async (code) => {
  expect(await reportsOf(script, code)).toHaveLength(1);
});

test.each([
  "document.querySelector(hooked('contents'))",
  "document.querySelector(`${hooked('prose')} [id]`)",
  "document.querySelector('dialog[open]')",
  "link.closest('a, button, summary')",
  "document.getElementById('a-4.1')",
  "import { hooked } from '@/components/browser/hooks'; import { open } from './share-card'",
  "void import('./share-card')",
  "make('div', { class: 'pop' })",
  "document.createElementNS('http://www.w3.org/2000/svg', 'svg')",
])('browser code may say: %s', async (code) => {
  expect(await reportsOf(script, code)).toEqual([]);
});

test('a component prints no attribute that is not in the list', async () => {
  const file = 'components/document/Contents.tsx';
  expect(await reportsOf(file, 'export const A = () => <nav data-contents="" />;')).toHaveLength(1);
  expect(await reportsOf(file, 'export const A = () => <nav className="toc" {...hook(\'contents\')} />;')).toEqual([]);
});
