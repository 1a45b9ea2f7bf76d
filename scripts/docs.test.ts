import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

// Documentation is checked like code: every path, link, script and function that it names exists.
// - A word in backticks is a path when it begins with a name of the root folder: `lib/gazette/`.
//   A bare file name (`engine.ts`) has to be the name of some file.
// - `*`, `**` and `{one,other}` match as in a shell and have to match something. NAME, FILE, NNNN
//   and YYYYMMDDhhmmss stand for any name.
// - `parseGazette()`, with nothing between the brackets, is a function or method of the project.
// - In Mermaid pictures every path below `lib`, `components`, `app`, … and every `name()` counts.

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const ignored = new Set(
  read('.gitignore')
    .split('\n')
    .map((line) => line.replace(/\/$/, ''))
    .concat('.git'),
);

/** Every file of the project below a folder, as paths from the root. */
function filesBelow(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (ignored.has(entry.name) || ignored.has(file)) return [];
    return entry.isDirectory() ? filesBelow(file) : [file];
  });
}

const files = filesBelow('');
const folders = new Set(
  files.flatMap((file) =>
    file
      .split('/')
      .slice(0, -1)
      .map((_, at, all) => all.slice(0, at + 1).join('/')),
  ),
);
const places = [...files, ...folders];
const rootNames = new Set(places.map((place) => place.split('/')[0]!));
const documents = files.filter((file) => file.endsWith('.md') || file.startsWith('.github/'));
const sources = files
  .filter((file) => /\.(?:ts|tsx|mjs)$/.test(file))
  .map(read)
  .join('\n');
const scripts = new Set(Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts));

/** Functions of browsers and libraries that decisions speak of. */
const foreignFunctions = new Set(['notFound', 'pause']);

/** Makes a pattern of a path: see the rules above. */
function patternOf(word: string): RegExp {
  const source = word
    .replace(/NAME|FILE|NNNN|YYYYMMDDhhmmss/g, '*')
    .replace(/[.+?^$()|[\]\\]/g, '\\$&')
    .replace(/\*\*|\*/g, (stars) => (stars === '*' ? '[^/]*' : '.*'))
    .replace(/\{([^}]*)\}/g, (_, names: string) => `(?:${names.replaceAll(',', '|')})`);
  return new RegExp(`^${source}$`);
}

const isThere = (word: string): boolean => {
  const pattern = patternOf(word.replace(/\/$/, ''));
  return places.some((place) => pattern.test(place));
};

/** Says whether a word in backticks names a path or file, and one that does not exist. */
function isLostPath(word: string): boolean {
  if (/[\s<>=:'"…]/.test(word) || /^[/-]/.test(word)) return false;
  if (rootNames.has(word.split('/')[0]!)) return !isThere(word);
  return /^[^/]+\.(?:ts|tsx|mjs|css|md|yml|json|prisma|sql)$/.test(word) && !isThere(`**/${word}`) && !isThere(word);
}

const isKnownFunction = (name: string): boolean =>
  foreignFunctions.has(name) ||
  new RegExp(`^(?:export (?:async )?function\\*? |export const | {2}(?:async )?)${name}\\b`, 'm').test(sources);

/** The anchor that a heading gets on GitHub. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');

/** Gives the target of a link if it is not there: a file or a heading of one. */
function lostTarget(target: string, document: string): string | null {
  if (/^[a-z]+:/.test(target)) return null;
  const [file = '', anchor] = target.split('#');
  const place = file === '' ? document : path.posix.join(path.posix.dirname(document), file).replace(/\/$/, '');
  if (!places.includes(place)) return target;
  if (anchor === undefined) return null;
  const anchors = [...read(place).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => anchorOf(heading!));
  return anchors.includes(anchor) ? null : target;
}

/** Gives what a document names and the project does not have. */
function faultsOf(text: string, document: string): string[] {
  const pictures = [...text.matchAll(/```mermaid\n(.*?)```/gs)].map(([, picture]) => picture!);
  const words = [...text.replace(/^```.*?^```/gms, '').matchAll(/`([^`\n]+)`/g)].map(([, word]) => word!);
  const drawn = pictures.flatMap(
    (picture) => picture.match(/\b(?:app|components|e2e|lib|prisma|scripts)\/[\w./[\]-]*[\w\]]|\b[\w-]+\.ts\b/g) ?? [],
  );
  const called = [
    ...words.filter((word) => /^\w+\(\)$/.test(word)),
    ...pictures.flatMap((picture) => picture.match(/\b\w+\(\)/g) ?? []),
  ];
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
  const commands = [...text.matchAll(/\bnpm run (?:-s )?([\w:-]+)/g)].map(([, name]) => name!);
  return [
    ...[...words, ...drawn].filter(isLostPath),
    ...called.map((call) => call.slice(0, -2)).filter((name) => !isKnownFunction(name)),
    ...links.flatMap((target) => lostTarget(target, document) ?? []),
    ...commands.filter((name) => !scripts.has(name)).map((name) => `npm run ${name}`),
  ];
}

describe('documentation names what is there', () => {
  test.each(documents)('%s', (document) => {
    expect(faultsOf(read(document), document)).toEqual([]);
  });

  test('no page is missing', () => {
    expect(documents).toEqual(
      expect.arrayContaining([
        'README.md',
        'CONTRIBUTING.md',
        'CHANGELOG.md',
        'docs/architecture.md',
        'docs/glossary.md',
      ]),
    );
  });

  test.each([
    ['`lib/gazette/no-such-folder/`', ['lib/gazette/no-such-folder/']],
    ['`lib/gazette/no-such-*.ts`', ['lib/gazette/no-such-*.ts']],
    ['`lib/{gazette,no-such}/index.ts` and `lib/{no-such,nor-this}/`', ['lib/{no-such,nor-this}/']],
    ['`no-such-file.ts`', ['no-such-file.ts']],
    ['[words](docs/no-such-page.md)', ['docs/no-such-page.md']],
    ['[words](README.md#no-such-heading)', ['README.md#no-such-heading']],
    ['`npm run no-such-script`', ['npm run no-such-script']],
    ['`noSuchFunction()`', ['noSuchFunction']],
    ['```mermaid\na["lib/no-such/folder<br/>noSuchFunction()"]\n```', ['lib/no-such/folder', 'noSuchFunction']],
  ])('a fault is found in %j', (text, faults) => {
    expect(faultsOf(text, 'README.md')).toEqual(faults);
  });

  test.each([
    '`lib/gazette/testing/fixtures/NAME.txt`',
    '`app/styles/print*.css`',
    '`app/zh-hant/[[...path]]/route.ts`',
    '`engine.ts`',
    '`parseGazette()`',
    '`/search.csv?q=…`',
    '`GET /healthz`',
    '[words](CONTRIBUTING.md#where-to-change-what)',
    '[words](https://example.com/no-such-page)',
  ])('%s is none', (text) => {
    expect(faultsOf(text, 'README.md')).toEqual([]);
  });
});

const decisions = files.filter((file) => /^docs\/decisions\/\d/.test(file)).sort();

/** Numbers that were never used; the index says so. */
const unusedNumbers = ['0012'];

describe('decisions have one form', () => {
  const index = read('docs/decisions/README.md');
  const numberOf = (file: string): string => path.basename(file).slice(0, 4);

  test.each(decisions)('%s', (file) => {
    const text = read(file);
    const head = /^# (\d{4}) (.*[^.])\n\n- Status: (.+)\n- Date: (\d{4}-\d\d-\d\d)\n\n/.exec(text);
    if (!head) throw new Error('The file does not begin as docs/decisions/template.md does.');
    const [, number, title, status, date] = head;
    expect(number).toBe(numberOf(file));
    expect([...text.matchAll(/^## (.*)$/gm)].map(([, heading]) => heading)).toEqual([
      'Context',
      'Decision',
      'Consequences',
    ]);
    expect(index).toContain(`| [${number}](${path.basename(file)}) | ${title} | ${date} | ${status} |`);
    for (const other of status!.match(/\d{4}/g) ?? []) expect(decisions.map(numberOf)).toContain(other);
  });

  test('their numbers follow one another', () => {
    const numbers = [...decisions.map(numberOf), ...unusedNumbers].sort();
    expect(numbers).toEqual(numbers.map((_, at) => String(at + 1).padStart(4, '0')));
    for (const number of unusedNumbers) expect(index).toContain(`| ${number} | The number was reserved and not used`);
  });
});
