import type * as ast from './ast';
import type { Source, Span } from './source';

/** Collects the parser's doubts. Doubt is a value: nothing throws. */
export class Messages {
  readonly list: ast.Message[] = [];
  constructor(private readonly source: Source) {}

  add(rule: string, severity: ast.Severity, reason: string, span?: Span): void {
    this.list.push({ rule, reason, severity, ...(span ? { position: this.source.position(span) } : {}) });
  }
}
