import type * as ast from './ast';
import type { Source, Span } from './source';

/** Collects the parser's doubts. Doubt is a value: nothing throws. */
export class Messages {
  readonly list: ast.Message[] = [];
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  add(rule: string, severity: ast.Severity, reason: string, span?: Span): void {
    this.list.push({ rule, reason, severity, ...(span ? { position: this.source.position(span) } : {}) });
  }
}
