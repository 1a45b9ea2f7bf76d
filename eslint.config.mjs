import next from '@next/eslint-plugin-next';
import { defineConfig, globalIgnores } from 'eslint/config';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// Layers. Imports point one way: app, scripts → lib/db → lib/search → lib/gazette → nothing, and
// app → components → lib/views, lib/text, lib/addresses. A folder names what it may not import;
// scripts/layers.test.ts shows that each rule holds.
const everywhere = [
  { regex: '^@/(app|scripts)(/|$)', message: 'Nothing imports from app or scripts.' },
  { regex: '^\\.\\./', message: "Between folders import with '@/'; inside a folder with './'." },
];
const prismaPackages = { regex: '^(@prisma/|prisma(/|$)|pg$)', message: 'Only lib/db talks to the database.' };
const react = { regex: '^(react|react-dom|next)(/|$)', message: 'This folder knows no page and no component.' };
const nodeModules = { regex: '^node:', message: 'This folder is pure: no file system, clock or network.' };

/**
 * @param {string[]} files
 * @param {string[]} ignores
 * @param {Array<{ regex: string, message: string, allowTypeImports?: boolean }>} patterns
 * @returns {import('eslint').Linter.Config}
 */
const layer = (files, ignores, patterns) => ({
  files,
  ignores,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
});

const tests = ['**/*.test.{ts,tsx}', '**/testing/**'];

export default defineConfig(
  globalIgnores([
    '.next/',
    '.next-test/',
    '.data/',
    'lib/db/generated/',
    'public/',
    'next-env.d.ts',
    'playwright-report/',
    'test-results/',
  ]),
  tseslint.configs.strictTypeChecked,
  { languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // `${count} 件` is how pages and messages are written; a number prints as what it is.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // With noUncheckedIndexedAccess, `match[1]!` after a match is the plain way to say what the
      // pattern promises.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // `[...text]` takes code points, which is what Chinese text needs.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Prettier breaks code; comments are read in columns of 100.
      'max-len': ['error', { code: 1000, comments: 100, ignoreUrls: true, ignorePattern: 'eslint-disable' }],
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  { files: ['app/**', 'components/**'], ...next.configs.recommended },
  {
    files: ['app/**', 'components/**'],
    plugins: reactHooks.configs.flat.recommended.plugins,
    // Its further rules prepare for the React compiler, which is not used, and take a third of the
    // time.
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },

  layer(['lib/gazette/**'], tests, [
    ...everywhere.slice(0, 1),
    { regex: '^(?!\\.{1,2}/)', message: 'lib/gazette is the grammar alone: it imports nothing outside itself.' },
    {
      regex:
        '^(\\.\\./)+(addresses|check|corrections|db|export|search|settings|source-files|text|traditional|validity|views)(/|$)',
      message: 'lib/gazette imports nothing outside itself.',
    },
  ]),
  layer(['lib/search/**', 'lib/validity/**', 'lib/corrections/**', 'lib/check/**'], tests, [
    ...everywhere,
    prismaPackages,
    react,
    nodeModules,
    { regex: '^@/(lib/db|components)(/|$)', message: 'This folder is pure; it may import lib/gazette.' },
  ]),
  layer(['lib/export/**'], tests, [
    ...everywhere,
    prismaPackages,
    react,
    nodeModules,
    {
      regex: '^@/lib/db(/|$)',
      message: "What is exported comes as an argument: only `import type` from '@/lib/db'.",
      allowTypeImports: true,
    },
    { regex: '^@/components(/|$)', message: 'This folder is pure.' },
  ]),
  layer(['lib/views/**'], tests, [
    ...everywhere,
    prismaPackages,
    { ...react, allowTypeImports: true },
    nodeModules,
    {
      regex: '^@/lib/db(/|$)',
      message: "What is shown comes as an argument: only `import type` from '@/lib/db'.",
      allowTypeImports: true,
    },
    { regex: '^@/components(/|$)', message: 'A view model knows no component.' },
  ]),
  layer(['lib/addresses/**', 'lib/settings/**', 'lib/source-files/**', 'lib/text/**', 'lib/traditional/**'], tests, [
    ...everywhere,
    prismaPackages,
    { regex: '^@/components(/|$)', message: 'lib knows no component.' },
    { regex: '^(@/lib|\\.)/db(/|$)', message: 'Only app, scripts and lib/db itself use lib/db.' },
  ]),
  layer(
    ['lib/db/**'],
    ['**/*.test.{ts,tsx}'],
    [
      ...everywhere,
      { regex: '^@/components(/|$)', message: 'lib/db knows no page and no component.' },
      { regex: '^(react-dom|next)(/|$)', message: 'lib/db knows no page and no component.' },
    ],
  ),
  layer(['components/**'], tests, [
    ...everywhere,
    { ...prismaPackages, allowTypeImports: false },
    nodeModules,
    {
      regex: '^@/lib/db(/|$)',
      message: "Components get data as props: only `import type` from '@/lib/db'.",
      allowTypeImports: true,
    },
    { regex: '^@/lib/settings/env$', message: 'Components get the environment as props.' },
  ]),
  layer(['app/**'], tests, [
    ...everywhere,
    prismaPackages,
    { regex: '^@/lib/db/(client|generated|migrate|ingest|testing)(/|$)', message: 'Pages ask through lib/db/queries.' },
  ]),
  layer(
    ['scripts/**', 'e2e/**'],
    [],
    [{ regex: '^@/(app|components)(/|$)', message: 'Nothing imports from app; tools know no component.' }],
  ),
);
