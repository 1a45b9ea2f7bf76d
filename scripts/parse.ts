import path from 'node:path';
import { parseArgs } from 'node:util';
import type * as ast from '@/lib/gazette/ast';
import { outlineDocument, parseGazette, printedName } from '@/lib/gazette';
import type { OutlineEntry } from '@/lib/gazette';
import { listKeyFacts } from '@/lib/key-facts/key-facts';
import { formatNames, readSourceFile, SourceFileError } from '@/lib/source-files';
import { printable } from '@/lib/text/printable';

const usage = `npm run parse -- FILE              the outline of a gazette, with line numbers
npm run -s parse -- --json FILE    the tree and the messages, as one JSON value
npm run -s parse -- --text FILE    the plain text that was read
npm run -s parse -- --facts FILE   the key facts, each with its place and its sentence

With -s npm prints no lines of its own, so that the output is the value or the text alone.
A file is ${formatNames}. Lines are counted in the plain text.`;

/** Words of a file are printed so that a terminal does not obey them. */
const say = (line: string): void => console.log(printable(line));

/** Lines on which the addressed nodes of a document begin. */
function linesById(document: ast.Document): Map<string, number> {
  const lines = new Map<string, number>();
  const add = (node: ast.Part | ast.Block): void => {
    if ('id' in node) lines.set(node.id, node.position.start.line);
    if ('children' in node) for (const child of node.children) if ('position' in child) add(child as ast.Block);
  };
  document.children.forEach(add);
  return lines;
}

function printEntry(entry: OutlineEntry, lines: Map<string, number>): void {
  const name = printedName(entry);
  const kind = entry.kind === 'section' ? '' : `[${entry.kind}] `;
  say(`${String(lines.get(entry.id) ?? '').padStart(6)}  ${'  '.repeat(entry.level + 1)}${kind}${name}  ${entry.id}`);
  for (const child of entry.children) printEntry(child, lines);
}

function printOutline(tree: ast.Gazette, messages: ast.Message[]): void {
  const { issue } = tree;
  const total = issue?.totalNumber ? `(总第${issue.totalNumber}期)` : '';
  say(issue ? `${issue.title}${total}` : `单行文件 ${tree.municipality ?? ''}`);
  for (const child of tree.children) {
    if (child.type === 'unparsed') say(`${String(child.position.start.line).padStart(6)}  ?  ${child.value}`);
    if (child.type !== 'document') continue;
    say(
      `${String(child.position.start.line).padStart(6)}  ${child.docNumber?.canonical ?? '(no number)'} ${child.title}`,
    );
    const lines = linesById(child);
    for (const entry of outlineDocument(child)) printEntry(entry, lines);
  }
  if (messages.length > 0) say('');
  for (const { rule, severity, reason, position } of messages) {
    say(`${String(position?.start.line ?? '').padStart(6)}  ${severity} ${rule}: ${reason}`);
  }
}

function printFacts(tree: ast.Gazette): void {
  for (const document of tree.children) {
    if (document.type !== 'document') continue;
    say(`${document.docNumber?.canonical ?? '(no number)'} ${document.title}`);
    for (const { kind, address, section: _section, sentence, ...fact } of listKeyFacts(document)) {
      say(`  ${kind}  ${address}  ${JSON.stringify(fact)}`);
      say(`    ${sentence}`);
    }
  }
}

function readArguments(): { file: string; json: boolean; text: boolean; facts: boolean } | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      text: { type: 'boolean', default: false },
      facts: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error(`one file is wanted, ${positionals.length} were named`);
  return { file, json: values.json, text: values.text, facts: values.facts };
}

// `npm run parse -- FILE | head` closes the pipe: the rest is not wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  const wanted = readArguments();
  if (wanted === null) console.log(usage);
  else {
    const { text, encoding, tables, notes } = await readSourceFile(
      path.resolve(process.env.INIT_CWD ?? '.', wanted.file),
    );
    if (encoding !== 'UTF-8') console.error(printable(`${wanted.file}: read as ${encoding}`));
    const { tree, messages: doubts } = parseGazette(text, { tables });
    const messages = [...notes, ...doubts];
    if (wanted.text) process.stdout.write(`${text}\n`);
    else if (wanted.json) process.stdout.write(`${JSON.stringify({ tree, messages }, null, 1)}\n`);
    else if (wanted.facts) printFacts(tree);
    else printOutline(tree, messages);
  }
} catch (error) {
  const usageError = !(error instanceof SourceFileError);
  console.error(`${printable((error as Error).message)}${usageError ? `\n\n${usage}` : ''}`);
  process.exitCode = usageError ? 2 : 1;
}
