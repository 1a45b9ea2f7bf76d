import { unitsOfLines, type CountedArticle } from './articles';
import { readPlace, type ClausePlace } from './places';
import type { ChangedArticle, DecidedOperation, OpenReason, WorkedInText } from './changes';

type ArticleNumber = Pick<CountedArticle, 'ordinal' | 'inserted'>;

/** The numbers of the articles of a text, from decision to decision. */
export class ArticleNumbering {
  /** Numbers from this one on are not known any more. */
  unclearFrom = Infinity;

  private readonly articles: ChangedArticle[];

  constructor(articles: ChangedArticle[]) {
    this.articles = articles;
  }

  /** Finds the article with a number; 'unclear' where nobody knows which one has it. */
  find({ ordinal, inserted }: ArticleNumber): ChangedArticle | 'unclear' | null {
    if (ordinal >= this.unclearFrom) return 'unclear';
    const found = this.articles.filter(
      (article) => !article.isDeleted && article.ordinal === ordinal && article.inserted === inserted,
    );
    return found.length > 1 ? 'unclear' : (found[0] ?? null);
  }

  /**
   * Adds the new articles of a decision and gives the numbers that hold behind it.
   * @returns operations that do not fit
   */
  settle(
    text: WorkedInText,
    operations: readonly DecidedOperation[],
    adds: readonly DecidedOperation[],
    isAdjusted: boolean,
  ): { operation: DecidedOperation; reason: OpenReason }[] {
    const renumbers = operations.flatMap((operation) => {
      const [place, as] = [readPlace(operation.place), readPlace(operation.as ?? '')];
      const article = operation.kind === 'renumber' && place ? this.find(place) : null;
      return article && article !== 'unclear' && as ? [{ article, as }] : [];
    });
    const open: { operation: DecidedOperation; reason: OpenReason }[] = [];
    const added: { article: ChangedArticle; as: ClausePlace }[] = [];
    const places = adds.map((operation) => ({ operation, as: readPlace(operation.place) }));
    for (const { operation, as } of places.sort((one, other) => compare(one.as, other.as))) {
      const article = as && this.add(text, operation, as, isAdjusted || renumbers.length > 0);
      if (article) added.push({ article, as });
      else open.push({ operation, reason: 'placeUnclear' });
    }
    const lost = this.lostBy(text, operations, open);
    if (lost < Infinity) {
      this.unclearFrom = Math.min(this.unclearFrom, lost);
      return open;
    }
    if (added.length === 0 && renumbers.length === 0 && !isAdjusted) return open;
    this.renumber([...added, ...renumbers], isAdjusted);
    return open;
  }

  /** The number from which nobody can count, because something that moves numbers is not done. */
  private lostBy(
    { articles, open }: WorkedInText,
    operations: readonly DecidedOperation[],
    unfit: readonly { operation: DecidedOperation }[],
  ): number {
    const undone = new Set([
      ...unfit.map(({ operation }) => operation),
      ...[...open, ...articles.flatMap(({ changes }) => changes)]
        .filter(({ status }) => status === 'open')
        .map(({ operation }) => operation),
    ]);
    const moving = operations.filter(
      (operation) => undone.has(operation) && (operation.kind === 'unread' || movesNumbers(operation)),
    );
    return Math.min(
      ...moving.map(({ kind, place, as }) =>
        kind === 'unread' ? 1 : Math.min(readPlace(place)?.ordinal ?? 1, readPlace(as ?? '')?.ordinal ?? Infinity),
      ),
    );
  }

  /** Puts a new article at the place of its number. */
  private add(
    text: WorkedInText,
    operation: DecidedOperation,
    { ordinal, inserted }: ClausePlace,
    follows: boolean,
  ): ChangedArticle | null {
    const units = unitsOfLines(operation.lines ?? []);
    if (units.length === 0 || ordinal >= this.unclearFrom) return null;
    const { articles } = text;
    const isHeld = ({ isDeleted }: ChangedArticle): boolean => !isDeleted;
    let at: number;
    if (inserted > 0) {
      if (articles.some((each) => isHeld(each) && each.ordinal === ordinal && each.inserted === inserted)) return null;
      const before = articles.findLastIndex(
        (each) => isHeld(each) && each.ordinal === ordinal && each.inserted < inserted,
      );
      if (before < 0 || articles[before]!.inserted !== inserted - 1) return null;
      at = before + 1;
    } else {
      const held = articles.filter((each) => isHeld(each) && each.inserted === 0);
      // Behind the last article, or in front of the one whose number it takes.
      if (ordinal < 1 || ordinal > held.length + 1) return null;
      const next = held[ordinal - 1];
      if (next && !follows) this.unclearFrom = Math.min(this.unclearFrom, ordinal + 1);
      const isCounted = held.slice(0, ordinal - 1).every((each, index) => each.ordinal === index + 1);
      if (!isCounted && !follows) return null;
      at = next ? articles.indexOf(next) : articles.length;
    }
    const article: ChangedArticle = {
      ordinal,
      inserted,
      address: null,
      units,
      isPlain: true,
      changes: [{ operation, status: 'done' }],
      isDeleted: false,
      isOpen: false,
    };
    articles.splice(at, 0, article);
    return article;
  }

  /** Gives numbers anew: counted through where the decision says so, else those that it names. */
  private renumber(named: readonly { article: ChangedArticle; as: ArticleNumber }[], isAdjusted: boolean): void {
    const held = this.articles.filter(({ isDeleted }) => !isDeleted);
    if (!isAdjusted) {
      for (const { article, as } of named) Object.assign(article, { ordinal: as.ordinal, inserted: as.inserted });
      const numbers = held.filter(({ inserted }) => inserted === 0).map(({ ordinal }) => ordinal);
      const twice = numbers.filter((ordinal, at) => numbers.indexOf(ordinal) !== at);
      this.unclearFrom = Math.min(this.unclearFrom, ...twice);
      return;
    }
    let ordinal = 0;
    const counted = new Map<ChangedArticle, number>();
    for (const article of held) {
      if (article.inserted === 0) ordinal++;
      counted.set(article, ordinal);
    }
    const wrong = named.filter(({ article, as }) => counted.get(article) !== as.ordinal).map(({ as }) => as.ordinal);
    const firstChanged = held.filter((article) => counted.get(article) !== article.ordinal).map((each) => each.ordinal);
    for (const [article, number] of counted) article.ordinal = number;
    if (wrong.length > 0) this.unclearFrom = Math.min(this.unclearFrom, ...wrong, ...firstChanged);
  }
}

/** Whether articles behind it may get another number. */
function movesNumbers({ kind, adds, place }: DecidedOperation): boolean {
  const at = readPlace(place);
  const isWhole = at?.paragraph === undefined && at?.item === undefined;
  return kind === 'renumber' || adds === 'article' || (kind === 'delete' && isWhole);
}

const compare = (one: ArticleNumber | null, other: ArticleNumber | null): number =>
  (one?.ordinal ?? 0) - (other?.ordinal ?? 0) || (one?.inserted ?? 0) - (other?.inserted ?? 0);
