import type * as ast from './ast';
import type { Source, Span } from './source';

/** Collects the parser's doubts: they are values, and nothing throws. */
export class Messages {
  readonly list: ast.Message[] = [];
  private readonly source: Source;

  constructor(source: Source) {
    this.source = source;
  }

  /**
   * Adds a doubt.
   * @param rule heading-gap, toc-title-differs …
   * @param reason one English sentence with the specimen: "(三) follows (一)"
   */
  add(rule: string, severity: ast.Severity, reason: string, span?: Span): void {
    this.list.push({ rule, reason, severity, ...(span ? { position: this.source.position(span) } : {}) });
  }
}
