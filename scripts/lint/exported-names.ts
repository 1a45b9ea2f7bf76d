import ts from 'typescript';

/** A source file: its path below the project's folder, with slashes, and its text. */
export interface LintedFile {
  path: string;
  text: string;
}

/** Names that Next looks for in the files of pages and routes. */
const namesOfNext = new Set(['GET', 'HEAD', 'POST', 'metadata', 'generateMetadata', 'dynamic', 'viewport', 'config']);

/** Test helpers, benches and the campaign are read one at a time: there a name may return. */
const isApart = (path: string): boolean =>
  /(^|\/)testing\/|^scripts\/(bench|campaign)\/|^e2e\/|\.test\.tsx?$/.test(path);

/** The type of a node, and the component that renders it, share the node's name. */
const isNodeAndComponent = (paths: readonly string[]): boolean =>
  paths.length === 2 &&
  paths.some((path) => path === 'lib/gazette/ast.ts') &&
  paths.some((path) => path.startsWith('components/gazette/'));

/**
 * Finds the names that more than one file exports: one word for one idea, and the reverse.
 * What is exported anew from another file (`export … from`) does not count, nor default exports.
 * @returns a sentence for each name, sorted
 */
export function findRepeatedNames(files: readonly LintedFile[]): string[] {
  const homes = new Map<string, string[]>();
  for (const file of files) {
    if (isApart(file.path)) continue;
    for (const name of new Set(exportedNames(file))) homes.set(name, [...(homes.get(name) ?? []), file.path]);
  }
  return [...homes]
    .filter(([name, paths]) => paths.length > 1 && !namesOfNext.has(name) && !isNodeAndComponent(paths))
    .map(([name, paths]) => `${name} is exported by ${paths.sort().join(' and ')}: give one of them another name.`)
    .sort();
}

function exportedNames({ path, text }: LintedFile): string[] {
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, false);
  return tree.statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    const has = (kind: ts.SyntaxKind) => modifiers.some((modifier) => modifier.kind === kind);
    if (!has(ts.SyntaxKind.ExportKeyword) || has(ts.SyntaxKind.DefaultKeyword)) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
    const { name } = statement as ts.DeclarationStatement;
    return name ? [name.text] : [];
  });
}

const namesIn = (name: ts.BindingName): string[] =>
  ts.isIdentifier(name)
    ? [name.text]
    : name.elements.flatMap((element) => (ts.isOmittedExpression(element) ? [] : namesIn(element.name)));
