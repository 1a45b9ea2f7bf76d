import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type * as ast from '@/lib/gazette/ast';
import { outlineDocument, parseGazette } from '@/lib/gazette';
import type { OutlineEntry } from '@/lib/gazette';
import { decodeSource } from '@/lib/source-files';

const usage = `npm run parse -- FILE            the outline of a gazette text, with line numbers
npm run parse -- --json FILE     the tree and the messages, as one JSON value`;

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
  const name = `${entry.marker}${entry.heading}`;
  const kind = entry.kind === 'section' ? '' : `[${entry.kind}] `;
  console.log(
    `${String(lines.get(entry.id) ?? '').padStart(6)}  ${'  '.repeat(entry.level + 1)}${kind}${name}  ${entry.id}`,
  );
  for (const child of entry.children) printEntry(child, lines);
}

function printOutline(tree: ast.Gazette, messages: ast.Message[]): void {
  const { issue } = tree;
  const total = issue?.totalNumber ? `(总第${issue.totalNumber}期)` : '';
  console.log(issue ? `${issue.title}${total}` : `单行文件 ${tree.municipality ?? ''}`);
  for (const child of tree.children) {
    if (child.type === 'unparsed') console.log(`${String(child.position.start.line).padStart(6)}  ?  ${child.value}`);
    if (child.type !== 'document') continue;
    console.log(
      `${String(child.position.start.line).padStart(6)}  ${child.docNumber?.canonical ?? '(no number)'} ${child.title}`,
    );
    const lines = linesById(child);
    for (const entry of outlineDocument(child)) printEntry(entry, lines);
  }
  if (messages.length > 0) console.log('');
  for (const { rule, severity, reason, position } of messages) {
    console.log(`${String(position?.start.line ?? '').padStart(6)}  ${severity} ${rule}: ${reason}`);
  }
}

function main(): number {
  let file: string | undefined;
  let json: boolean | undefined;
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      console.log(usage);
      return 0;
    }
    if (positionals.length !== 1) throw new Error(`one file is wanted, ${positionals.length} were named`);
    file = positionals[0];
    json = values.json;
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${usage}`);
    return 2;
  }
  let text: string;
  try {
    const decoded = decodeSource(readFileSync(file!));
    text = decoded.text;
    if (decoded.note) console.error(`${file}: ${decoded.note}`);
  } catch (error) {
    console.error(`${file}: ${(error as Error).message}`);
    return 1;
  }
  const { tree, messages } = parseGazette(text);
  if (json) process.stdout.write(`${JSON.stringify({ tree, messages }, null, 1)}\n`);
  else printOutline(tree, messages);
  return 0;
}

process.exitCode = main();
