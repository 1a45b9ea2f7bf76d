import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Changes of one token each, as a slip of the hand makes them. */

/** A changed stretch of a file. */
export interface Mutant {
  file: string;
  line: number;
  start: number;
  end: number;
  was: string;
  becomes: string;
}

const swapped: Partial<Record<ts.SyntaxKind, string>> = {
  [ts.SyntaxKind.LessThanToken]: '<=',
  [ts.SyntaxKind.LessThanEqualsToken]: '<',
  [ts.SyntaxKind.GreaterThanToken]: '>=',
  [ts.SyntaxKind.GreaterThanEqualsToken]: '>',
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: '!==',
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: '===',
  [ts.SyntaxKind.AmpersandAmpersandToken]: '||',
  [ts.SyntaxKind.BarBarToken]: '&&',
  [ts.SyntaxKind.PlusToken]: '-',
  [ts.SyntaxKind.MinusToken]: '+',
  [ts.SyntaxKind.AsteriskToken]: '/',
};

/** A number one higher; 0.85 becomes 0.95. */
const raised = (text: string): string =>
  text.includes('.') ? String(Number(text) + 0.1) : String(Number(text.replaceAll('_', '')) + 1);

/** The condition that a statement, or a choice, asks. */
function conditionOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(node) || ts.isWhileStatement(node)) return node.expression;
  return ts.isConditionalExpression(node) ? node.condition : undefined;
}

/** Finds every change of one token that a file allows. */
export function mutantsOf(file: string): Mutant[] {
  const text = readFileSync(file, 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const add = (node: ts.Node, becomes: string): void => {
    const start = node.getStart(source);
    const line = source.getLineAndCharacterOfPosition(start).line + 1;
    found.push({ file, line, start, end: node.end, was: node.getText(source), becomes });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return;
    if (ts.isBinaryExpression(node)) {
      const becomes = swapped[node.operatorToken.kind];
      // 'a' + b has no difference.
      if (becomes && !(becomes === '-' && /['"`]/.test(node.getText(source)))) add(node.operatorToken, becomes);
    }
    const condition = conditionOf(node);
    if (condition) add(condition, `!(${condition.getText(source)})`);
    if (ts.isNumericLiteral(node)) add(node, raised(node.getText(source)));
    if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, 'false');
    if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, 'true');
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      add(node, node.operand.getText(source));
    node.forEachChild(visit);
  };
  visit(source);
  return found;
}

/** Applies a change to the words of its file. */
export const mutated = (text: string, { start, end, becomes }: Mutant): string =>
  text.slice(0, start) + becomes + text.slice(end);
