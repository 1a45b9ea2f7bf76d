import type { AmendmentOperation } from '@/lib/gazette';
import type { StatementPlace } from '@/lib/validity/validity';
import type { CountedArticle } from './articles';
import type { DecisionEnd } from './decision-end';

/** A stored operation, with the decision and the day on which it takes effect. */
export interface DecidedOperation extends Omit<AmendmentOperation, 'citation'>, DecisionEnd {
  /** Null where it is not known. */
  day: Date | null;
  /** Title of the changed text, as the decision names it; null where it names none. */
  about: string | null;
  /** Day of the decision, to put those of one day into an order. */
  saidOn: Date | null;
  decision: StatementPlace;
  /** Whether it repeals its place: 废止第三条. */
  isRepeal?: true;
  /** Order in the decision. */
  position: number;
}

/** Why an operation is not worked in. */
export type OpenReason =
  | 'noDay'
  | 'unread'
  | 'noArticles'
  | 'notFound'
  | 'numbering'
  | 'wordsNotFound'
  | 'wordsSeveral'
  | 'placeUnclear'
  | 'noWords'
  | 'doubted'
  | 'neverInForce'
  | 'attachment'
  | 'table'
  | 'outline'
  | 'earlier';

/** What one operation does to a clause. */
export interface ClauseChange {
  operation: DecidedOperation;
  /** ahead: its day has not come · open: it is not worked in */
  status: 'done' | 'ahead' | 'open';
  reason?: OpenReason;
  /** The clause's lines before it, where it is done and the clause was there. */
  former?: string[];
}

/** An article that operations are about. */
export interface ChangedArticle extends CountedArticle {
  changes: ClauseChange[];
  isDeleted: boolean;
  /** An operation on it is not worked in: what it reads now nobody can tell. */
  isOpen: boolean;
}

/** A text with what decisions do to it. */
export interface WorkedInText {
  /** All articles in the order of the text as it reads now, deleted ones at their place. */
  articles: ChangedArticle[];
  /** Operations whose clause nobody can tell. */
  open: ClauseChange[];
  /** Numbers from this one on nobody can tell; null where all are known. */
  unclearFrom: number | null;
}
