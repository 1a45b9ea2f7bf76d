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

// Browser code finds its place in the page by the attributes that components/browser/hooks.ts
// lists, so that style and markup can change without it; scripts/selectors.test.ts shows that each
// rule holds. The pattern is a style class inside a string, such as `.toc` or `a.cite`, and passes
// by what is an address (`://`).
const styleClass = String.raw`/^(?!\w+:\x2f\x2f).*((^|[\s,>+~(\w\])*:])\.[A-Za-z_-]|\[class)/`;
const asksPage = 'CallExpression[callee.property.name=/^(querySelector|querySelectorAll|closest|matches)$/]';
const handMadeAttribute = {
  selector: 'JSXAttribute[name.name=/^data-/]',
  message: 'Name the attribute in components/browser/hooks.ts and print it with hook().',
};
const browserSelectors = [
  ...[
    'Literal[value=PATTERN]:not(ImportDeclaration > Literal, ImportExpression > Literal)',
    'TemplateElement[value.raw=PATTERN]',
  ].map((selector) => ({
    selector: selector.replace('PATTERN', styleClass),
    message: 'A style class is no handle for browser code: use hooked() of components/browser/hooks.ts.',
  })),
  {
    selector: 'MemberExpression[property.name=/^(classList|className|getElementsByClassName)$/]',
    message: 'Style classes belong to the style sheets: read and set state with components/browser/hooks.ts.',
  },
  ...[
    `${asksPage} > Literal[value=/[#>+~]/]`,
    `${asksPage} > TemplateLiteral > TemplateElement[value.raw=/[#>+~]/]`,
  ].map((selector) => ({
    selector,
    message: 'Browser code does not know ids of styles or how elements are nested: use hooked().',
  })),
  ...[
    'Literal[value=/(^|\\[)data-/]',
    'TemplateElement[value.raw=/(^|\\[)data-/]',
    'MemberExpression[property.name="dataset"]',
  ].map((selector) => ({
    selector,
    message: 'Name the attribute in components/browser/hooks.ts and use hook(), hooked(), readHook(), setState().',
  })),
];

// A list that grows with a text is no list of arguments: from some 100,000 on the stack overflows.
const spreadArguments = {
  selector: ':matches(CallExpression, NewExpression) > SpreadElement.arguments',
  message: 'Add the elements one by one: a list from a file may be longer than the stack is deep.',
};
const readsFiles = ['gazette', 'source-files', 'corrections', 'search/text', 'db/ingest'].map(
  (name) => `lib/${name}/**`,
);

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
        '^(\\.\\./)+(addresses|caching|check|corrections|db|export|gateway|logging|manifest|metrics|references|search|settings|source-files|text|traditional|validity|views)(/|$)',
      message: 'lib/gazette imports nothing outside itself.',
    },
  ]),
  layer(
    [
      ...[
        'lib/search/**',
        'lib/subjects/**',
        'lib/key-facts/**',
        'lib/validity/**',
        'lib/corrections/**',
        'lib/manifest/**',
      ],
      ...['lib/check/**', 'lib/references/**'],
    ],
    tests,
    [
      ...everywhere,
      prismaPackages,
      react,
      nodeModules,
      { regex: '^@/(lib/db|components)(/|$)', message: 'This folder is pure; it may import lib/gazette.' },
    ],
  ),
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
  layer(['lib/caching/**', 'lib/gateway/**'], tests, [
    ...everywhere,
    prismaPackages,
    react,
    { regex: '^@/components(/|$)', message: 'lib knows no component.' },
    {
      regex: '^@/lib/db(/|$)',
      message: "The gateway gets what it reads as an argument: only `import type` from '@/lib/db'.",
      allowTypeImports: true,
    },
  ]),
  layer(['lib/logging/**', 'lib/metrics/**'], tests, [
    ...everywhere,
    prismaPackages,
    react,
    { regex: '^@/components(/|$)', message: 'lib knows no component.' },
    {
      regex: '^@/lib/(db|gateway)(/|$)',
      message: "What is logged and counted comes as an argument: only `import type` from '@/lib/db'.",
      allowTypeImports: true,
    },
  ]),
  {
    files: ['lib/**', 'app/**', 'components/**', 'proxy.ts', 'instrumentation.ts'],
    ignores: ['**/*.test.{ts,tsx}', '**/testing/**'],
    // What is printed may have words of readers; log() says sentences that have none.
    rules: { 'no-console': 'error' },
  },
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
      { regex: '^@/lib/export(/|$)', message: 'lib/export takes the types of its rows from lib/db, not the reverse.' },
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
  { files: readsFiles, ignores: tests, rules: { 'no-restricted-syntax': ['error', spreadArguments] } },
  { files: ['components/**'], ignores: tests, rules: { 'no-restricted-syntax': ['error', handMadeAttribute] } },
  {
    files: ['components/browser/**'],
    ignores: [...tests, 'components/browser/hooks.ts'],
    rules: { 'no-restricted-syntax': ['error', handMadeAttribute, ...browserSelectors] },
  },
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
