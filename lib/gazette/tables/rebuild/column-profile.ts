import type { CellType, Token } from '../tokens';
import { cellTypes } from '../tokens';

/** What the cells of a column have in common: counts of features, smoothed by the whole table's. */

const lengthBuckets = 9;
const bucketOf = (token: Token): number =>
  Math.min(lengthBuckets - 1, Math.floor(Math.log2(Math.max(1, token.key.length))));

/**
 * The features of a cell: type, length, last and first characters, blank lines in front; with what
 * each weighs.
 */
const featureWeights = [1, 0.7, 0.4, 0.25, 0.2, 1];
const weightSum = featureWeights.reduce((sum, weight) => sum + weight, 0);
const featureCount = featureWeights.length;
/** How many values each feature may take, for smoothing. */
const featureKinds = [cellTypes.length, lengthBuckets, 60, 60, 80, 3];
/** A length counts for the next shorter and the next longer too. */
const bucketSpread = 0.15;
const bucketShare = 1 - 2 * bucketSpread;
const bucketFeature = 1;

/** A token as the profiles see it: numbers, so that counts are arrays. */
export interface Traits {
  /** Ids of the features in the order of the weights; two more for the lengths beside its own. */
  ids: Int32Array;
  /** Number of the cell's words: equal for equal cells. */
  value: number;
  /** A number says nothing by being the same as another. */
  figure: boolean;
}

/** Numbers for the features of all tokens that a reconstruction looks at. */
export class Features {
  private readonly ids = new Map<string, number>();
  private readonly values = new Map<string, number>();
  private readonly known = new Map<Token, Traits>();
  private readonly types: readonly number[] = cellTypes.map((type) => this.id(`t${type}`));

  get size(): number {
    return this.ids.size;
  }

  get valueCount(): number {
    return this.values.size;
  }

  private id(key: string): number {
    let id = this.ids.get(key);
    if (id === undefined) this.ids.set(key, (id = this.ids.size));
    return id;
  }

  /** Number of the feature that a cell's type is. */
  typeId(type: CellType): number {
    return this.types[cellTypes.indexOf(type)]!;
  }

  /** Features of a token, numbered when they are first met. */
  of(token: Token): Traits {
    const known = this.known.get(token);
    if (known) return known;
    const tail = token.key.replace(/[。;,]{1,4}$/, '');
    const bucket = bucketOf(token);
    const ids = Int32Array.of(
      this.id(`t${token.type}`),
      this.id(`b${bucket}`),
      this.id(`l${tail.slice(-1)}`),
      this.id(`f${token.key.slice(0, 1)}`),
      this.id(`2${tail.slice(-2)}`),
      this.id(`w${token.blankLines}`),
      this.id(`b${bucket - 1}`),
      this.id(`b${bucket + 1}`),
    );
    let value = this.values.get(token.key);
    if (value === undefined) this.values.set(token.key, (value = this.values.size));
    const traits = { ids, value, figure: token.type === 'integer' || token.type === 'decimal' };
    this.known.set(token, traits);
    return traits;
  }
}

function count(counts: Float64Array, ids: Int32Array, weight: number): void {
  for (let feature = 0; feature < featureCount; feature++)
    counts[ids[feature]!]! += feature === bucketFeature ? weight * bucketShare : weight;
  counts[ids[6]!]! += weight * bucketSpread;
  counts[ids[7]!]! += weight * bucketSpread;
}

/**
 * The features of all cells of a table, as probabilities.
 * They say what a cell costs when nothing is known of its column.
 */
export class TableProfile {
  readonly features: Features;
  private readonly counts: Float64Array;
  private readonly total: number;

  /** @param features knows every token that will be asked for: joined ones too */
  constructor(features: Features, tokens: readonly Token[]) {
    const traits = tokens.map((token) => features.of(token));
    this.features = features;
    this.counts = new Float64Array(features.size);
    this.total = tokens.length;
    for (const { ids } of traits) count(this.counts, ids, 1);
  }

  /** Share of the cells that have a feature, smoothed. */
  probability(id: number, feature: number): number {
    return ((this.counts[id] ?? 0) + 0.5) / (this.total + 0.5 * featureKinds[feature]!);
  }

  /** Cost in nats of a cell under one profile for the whole table. */
  cost({ ids }: Traits): number {
    let cost = 0;
    for (let feature = 0; feature < featureCount; feature++)
      cost -= featureWeights[feature]! * Math.log(this.probability(ids[feature]!, feature));
    return cost;
  }
}

/** One column's cells, learned. Add all cells first, then ask for costs. */
export class ColumnProfile {
  private readonly table: TableProfile;
  private readonly counts: Float64Array;
  private readonly values: Float64Array;
  /** Weighted logarithms by feature id, filled when first wanted. */
  private readonly logs: Float64Array;
  private total = 0;
  private cells = 0;

  constructor(table: TableProfile) {
    this.table = table;
    this.counts = new Float64Array(table.features.size);
    this.values = new Float64Array(table.features.valueCount);
    this.logs = new Float64Array(table.features.size).fill(NaN);
  }

  /** Prior knowledge from the column's name. */
  expect(types: readonly CellType[], weight: number): void {
    for (const type of types) this.counts[this.table.features.typeId(type)]! += weight / types.length;
    this.total += weight;
  }

  /** Counts a cell. */
  add({ ids, value }: Traits, weight: number): void {
    count(this.counts, ids, weight);
    this.total += weight;
    this.values[value]! += weight;
    this.cells += weight;
  }

  private log(id: number, feature: number): number {
    const known = this.logs[id]!;
    if (known === known) return known;
    const whole = featureWeights[feature]! * Math.log(this.counts[id]! + this.table.probability(id, feature));
    this.logs[id] = whole;
    return whole;
  }

  /**
   * Cost in nats of a cell in this column.
   * @param own weight with which this very cell was counted here in the round before (left out, or
   * more columns always win)
   */
  cost({ ids, value, figure }: Traits, own: number): number {
    let cost = weightSum * Math.log(Math.max(0, this.total - own) + 1);
    for (let feature = 0; feature < featureCount; feature++) {
      const id = ids[feature]!;
      if (own === 0) cost -= this.log(id, feature);
      else {
        const left = Math.max(0, this.counts[id]! - (feature === bucketFeature ? own * bucketShare : own));
        cost -= featureWeights[feature]! * Math.log(left + this.table.probability(id, feature));
      }
    }
    const known = this.values[value]! - own;
    if (figure || known <= 0) return cost;
    return Math.min(cost, -Math.log((0.5 * known) / (Math.max(0, this.cells - own) + 2) + Math.exp(-cost)));
  }
}
