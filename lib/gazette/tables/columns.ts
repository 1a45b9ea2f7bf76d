import type { CellType, Token } from './tokens';
import { cellTypes } from './tokens';

/** What the cells of a column have in common: counts of features, smoothed by the whole table's. */

const lengthBuckets = 9;
const bucketOf = (token: Token): number =>
  Math.min(lengthBuckets - 1, Math.floor(Math.log2(Math.max(1, token.key.length))));

/** The features of a cell: type, length, last and first characters, blank lines in front; with what each weighs. */
const featureWeights = [1, 0.7, 0.4, 0.25, 0.2, 1];
/** How many values each feature may take, for smoothing. */
const featureKinds = [cellTypes.length, lengthBuckets, 60, 60, 80, 3];
/** A length counts for its neighbours too. */
const bucketSpread = 0.15;
const bucketShare = 1 - 2 * bucketSpread;
const bucketFeature = 1;

/** Numbers for features, so that counts are arrays. */
export class Features {
  private readonly ids = new Map<string, number>();
  private readonly known = new Map<Token, number[]>();

  get size(): number {
    return this.ids.size;
  }

  id(key: string): number {
    let id = this.ids.get(key);
    if (id === undefined) this.ids.set(key, (id = this.ids.size));
    return id;
  }

  /** Ids of a cell's features in the order of the weights; two more for the neighbouring lengths. */
  of(token: Token): number[] {
    const known = this.known.get(token);
    if (known) return known;
    const tail = token.key.replace(/[。;,]+$/, '');
    const bucket = bucketOf(token);
    const ids = [
      this.id(`t${token.type}`),
      this.id(`b${bucket}`),
      this.id(`l${tail.slice(-1)}`),
      this.id(`f${token.key.slice(0, 1)}`),
      this.id(`2${tail.slice(-2)}`),
      this.id(`w${token.blankLines}`),
      this.id(`b${bucket - 1}`),
      this.id(`b${bucket + 1}`),
    ];
    this.known.set(token, ids);
    return ids;
  }
}

class Counts {
  total = 0;
  private counts = new Float64Array(256);

  add(ids: readonly number[], weight: number): void {
    this.total += weight;
    for (let feature = 0; feature < featureWeights.length; feature++) {
      this.bump(ids[feature]!, feature === bucketFeature ? weight * bucketShare : weight);
    }
    this.bump(ids[6]!, weight * bucketSpread);
    this.bump(ids[7]!, weight * bucketSpread);
  }

  bump(id: number, weight: number): void {
    if (id >= this.counts.length) {
      const grown = new Float64Array(Math.max(id + 1, this.counts.length * 2));
      grown.set(this.counts);
      this.counts = grown;
    }
    this.counts[id]! += weight;
  }

  get(id: number): number {
    return this.counts[id] ?? 0;
  }
}

/** The features of all cells of a table, as probabilities: what a cell costs when nothing is known of its column. */
export class TableProfile {
  readonly features = new Features();
  private readonly counts = new Counts();

  constructor(tokens: readonly Token[]) {
    for (const token of tokens) this.counts.add(this.features.of(token), 1);
  }

  probability(id: number, feature: number): number {
    return (this.counts.get(id) + 0.5) / (this.counts.total + 0.5 * featureKinds[feature]!);
  }

  /** Cost in nats of a cell under one profile for the whole table. */
  cost(token: Token): number {
    const ids = this.features.of(token);
    let cost = 0;
    for (let feature = 0; feature < featureWeights.length; feature++) {
      cost -= featureWeights[feature]! * Math.log(this.probability(ids[feature]!, feature));
    }
    return cost;
  }
}

/** One column's cells, learned. */
export class ColumnProfile {
  private readonly counts = new Counts();
  private readonly values = new Map<string, number>();
  private readonly table: TableProfile;
  private cells = 0;

  constructor(table: TableProfile) {
    this.table = table;
  }

  /** Prior knowledge from the column's name. */
  expect(types: readonly CellType[], weight: number): void {
    for (const type of types) this.counts.bump(this.table.features.id(`t${type}`), weight / types.length);
    this.counts.total += weight;
  }

  add(token: Token, weight: number): void {
    this.counts.add(this.table.features.of(token), weight);
    this.values.set(token.key, (this.values.get(token.key) ?? 0) + weight);
    this.cells += weight;
  }

  /**
   * Cost in nats of a cell in this column.
   * @param own weight with which this very cell was counted here in the round before (left out, or more columns always win)
   */
  cost(token: Token, own: number): number {
    const ids = this.table.features.of(token);
    const total = Math.max(0, this.counts.total - own) + 1;
    let cost = 0;
    for (let feature = 0; feature < featureWeights.length; feature++) {
      const id = ids[feature]!;
      const left = this.counts.get(id) - (feature === bucketFeature ? own * bucketShare : own);
      cost -=
        featureWeights[feature]! * Math.log(((left > 0 ? left : 0) + this.table.probability(id, feature)) / total);
    }
    if (token.type === 'integer' || token.type === 'decimal') return cost;
    const known = (this.values.get(token.key) ?? 0) - own;
    if (known <= 0) return cost;
    const vocabulary = -Math.log((0.5 * known) / (Math.max(0, this.cells - own) + 2) + Math.exp(-cost));
    return Math.min(cost, vocabulary);
  }
}
