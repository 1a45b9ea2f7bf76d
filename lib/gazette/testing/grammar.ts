import ts from 'typescript';
import { vi } from 'vitest';

/**
 * What the grammar consists of, found in its sources: regular expressions and functions that take
 * words.
 */

const sources = import.meta.glob<string>(['../**/*.ts', '!../**/*.test.ts', '!./**', '!../**/testing/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const modules = import.meta.glob<Record<string, unknown>>([
  '../**/*.ts',
  '!../**/*.test.ts',
  '!./**',
  '!../**/testing/**',
]);

const shortName = (file: string): string => file.replace(/^(?:\.\.\/)+/, '');
const files = Object.entries(sources).map(([file, text]) => ({
  file,
  tree: ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true),
}));

export interface Pattern {
  /**
   * `lines/line-kinds.ts:33 /^专栏…/`; what was put together while a module was loaded has no line.
   */
  name: string;
  pattern: RegExp;
}

/** Expressions that are written down. */
function literals(): Pattern[] {
  const found: Pattern[] = [];
  for (const { file, tree } of files) {
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node)) {
        const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
        const [, body, flags] = /^\/(.*)\/([a-z]*)$/s.exec(node.text)!;
        found.push({ name: `${shortName(file)}:${line} ${node.text.slice(0, 60)}`, pattern: new RegExp(body!, flags) });
      }
      ts.forEachChild(node, visit);
    };
    visit(tree);
  }
  return found;
}

/**
 * Expressions that modules put together when they are loaded: `new RegExp(…)`. They are loaded anew
 * for it.
 */
async function constructed(): Promise<Pattern[]> {
  const found = new Map<string, Pattern>();
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct: (target, args: [string, string?]) => {
      const pattern = new target(...args);
      found.set(String(pattern), { name: `new RegExp ${String(pattern).slice(0, 60)}`, pattern });
      return pattern;
    },
  });
  try {
    vi.resetModules();
    for (const load of Object.values(modules)) await load();
  } finally {
    globalThis.RegExp = original;
  }
  return [...found.values()];
}

/** Every regular expression of the grammar. */
export async function patternsOfGrammar(): Promise<Pattern[]> {
  return [...(await constructed()), ...literals()];
}

export interface Rule {
  /** `titles.ts genreOf` */
  name: string;
  /**
   * Printed types of the parameters that have to be given: `string`, `readonly Line[]`, and their
   * names.
   */
  parameters: { name: string; type: string }[];
  call: (...args: unknown[]) => unknown;
}

/** Every exported function of the grammar. */
export async function functionsOfGrammar(): Promise<Rule[]> {
  const rules: Rule[] = [];
  for (const { file, tree } of files) {
    const exported = await modules[file]!();
    const add = (name: string, node: ts.SignatureDeclaration): void => {
      const call = exported[name];
      if (typeof call !== 'function') return;
      const needed = node.parameters.filter((parameter) => !parameter.initializer && !parameter.questionToken);
      const parameters = needed.map((each) => ({ name: each.name.getText(), type: each.type?.getText() ?? 'unknown' }));
      rules.push({ name: `${shortName(file)} ${name}`, parameters, call: call as Rule['call'] });
    };
    for (const statement of tree.statements) {
      if (ts.isFunctionDeclaration(statement) && statement.name) add(statement.name.text, statement);
      if (!ts.isVariableStatement(statement)) continue;
      for (const { name, initializer } of statement.declarationList.declarations)
        if (initializer && ts.isArrowFunction(initializer)) add(name.getText(), initializer);
    }
  }
  return rules;
}
