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
const typeFeature = 0;
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

/** What each feature counts for; a length also for the next shorter and longer. */
const featureShares = [1, bucketShare, 1, 1, 1, 1, bucketSpread, bucketSpread];
/** The feature that each place of the ids is a value of. */
const featureOf = [0, 1, 2, 3, 4, 5, bucketFeature, bucketFeature];

/**
 * The features of all cells of a table, as probabilities.
 * They say what a cell costs when nothing is known of its column.
 */
export class TableProfile {
  readonly features: Features;
  private readonly counts: Float64Array;
  private readonly total: number;
  private logs: Float64Array = new Float64Array(0);

  constructor(features: Features, tokens: readonly Token[]) {
    const traits = tokens.map((token) => features.of(token));
    this.features = features;
    this.counts = new Float64Array(features.size);
    this.total = tokens.length;
    for (const { ids } of traits)
      for (let place = 0; place < ids.length; place++) this.counts[ids[place]!]! += featureShares[place]!;
  }

  /** Share of the cells that have a feature, smoothed. */
  probability(id: number, feature: number): number {
    return ((this.counts[id] ?? 0) + 0.5) / (this.total + 0.5 * featureKinds[feature]!);
  }

  /** Weighted logarithm of the share of the cells that have a feature; computed once. */
  private log(id: number, feature: number): number {
    if (id >= this.logs.length) {
      const logs = new Float64Array(this.features.size).fill(NaN);
      logs.set(this.logs);
      this.logs = logs;
    }
    const known = this.logs[id]!;
    if (known === known) return known;
    return (this.logs[id] = featureWeights[feature]! * Math.log(this.probability(id, feature)));
  }

  /** Cost in nats of a cell under one profile for the whole table. */
  cost({ ids }: Traits): number {
    let cost = 0;
    for (let feature = 0; feature < featureCount; feature++) cost -= this.log(ids[feature]!, feature);
    return cost;
  }

  /** By how much a feature is cheaper in a column where it was counted so often, before scaling. */
  gain(id: number, feature: number, count: number): number {
    return featureWeights[feature]! * Math.log(count + this.probability(id, feature)) - this.log(id, feature);
  }
}

/**
 * The columns' cells, learned: flat numbers, as every cell is asked for in every column.
 * Add all cells first, then `settle`, then ask for costs.
 */
export class ColumnProfiles {
  readonly table: TableProfile;
  readonly count: number;
  private readonly stride: number;
  private readonly counts: Float64Array;
  /** What a feature that was counted in a column saves there, by column × stride + id. */
  private readonly gains: Float64Array;
  private readonly valueCount: number;
  private readonly values: Float64Array;
  /** Places of `counts` that are not 0, with their features. */
  private touched: number[] = [];
  private touchedValues: number[] = [];
  private readonly totals: Float64Array;
  private readonly cells: Float64Array;
  /** Cost of each column for having many cells. */
  private readonly scale: Float64Array;

  /** @param table knows every token that will be asked for: joined ones too */
  constructor(table: TableProfile, count: number) {
    this.table = table;
    this.count = count;
    this.stride = table.features.size;
    this.valueCount = table.features.valueCount;
    this.counts = new Float64Array(count * this.stride);
    this.gains = new Float64Array(count * this.stride);
    this.values = new Float64Array(count * this.valueCount);
    this.totals = new Float64Array(count);
    this.cells = new Float64Array(count);
    this.scale = new Float64Array(count);
  }

  /** Forgets all cells and expectations. */
  clear(): void {
    for (let at = 0; at < this.touched.length; at += 2) {
      this.counts[this.touched[at]!] = 0;
      this.gains[this.touched[at]!] = 0;
    }
    for (const place of this.touchedValues) this.values[place] = 0;
    this.touched = [];
    this.touchedValues = [];
    this.totals.fill(0);
    this.cells.fill(0);
  }

  private countFeature(column: number, id: number, feature: number, weight: number): void {
    const place = column * this.stride + id;
    if (this.counts[place] === 0) this.touched.push(place, feature);
    this.counts[place]! += weight;
  }

  /** Prior knowledge from the column's name. */
  expect(column: number, types: readonly CellType[], weight: number): void {
    if (types.length === 0) return;
    for (const type of types)
      this.countFeature(column, this.table.features.typeId(type), typeFeature, weight / types.length);
    this.totals[column]! += weight;
  }

  /** Counts a cell. */
  add(column: number, { ids, value }: Traits, weight: number): void {
    for (let place = 0; place < ids.length; place++)
      this.countFeature(column, ids[place]!, featureOf[place]!, weight * featureShares[place]!);
    const place = column * this.valueCount + value;
    if (this.values[place] === 0) this.touchedValues.push(place);
    this.values[place]! += weight;
    this.totals[column]! += weight;
    this.cells[column]! += weight;
  }

  /** Computes what the counts save. */
  settle(): void {
    const { touched, counts, gains, stride, table } = this;
    for (let at = 0; at < touched.length; at += 2) {
      const place = touched[at]!;
      gains[place] = table.gain(place % stride, touched[at + 1]!, counts[place]!);
    }
    for (let column = 0; column < this.count; column++)
      this.scale[column] = weightSum * Math.log(this.totals[column]! + 1);
  }

  /**
   * Computes the cost in nats of a cell in each column.
   * @param base its cost under one profile for the whole table
   */
  costs({ ids, value, figure }: Traits, base: number, costs: Float64Array): void {
    const { gains, stride, scale, values, valueCount, cells, count } = this;
    const type = ids[0]!;
    const length = ids[1]!;
    const last = ids[2]!;
    const first = ids[3]!;
    const tail = ids[4]!;
    const blank = ids[5]!;
    for (let column = 0, from = 0; column < count; column++, from += stride) {
      const cost =
        scale[column]! +
        base -
        (gains[from + type]! +
          gains[from + length]! +
          gains[from + last]! +
          gains[from + first]! +
          gains[from + tail]! +
          gains[from + blank]!);
      const known = figure ? 0 : values[column * valueCount + value]!;
      costs[column] = known > 0 ? withValue(cost, known, cells[column]!) : cost;
    }
  }

  /**
   * Gives the cost in nats of a cell in a column of which it was counted itself.
   * It is left out, or more columns always win.
   */
  ownCost(column: number, { ids, value, figure }: Traits): number {
    let cost = weightSum * Math.log(Math.max(0, this.totals[column]! - 1) + 1);
    for (let feature = 0; feature < featureCount; feature++) {
      const id = ids[feature]!;
      const left = Math.max(0, this.counts[column * this.stride + id]! - featureShares[feature]!);
      cost -= featureWeights[feature]! * Math.log(left + this.table.probability(id, feature));
    }
    const known = this.values[column * this.valueCount + value]! - 1;
    return figure || known <= 0 ? cost : withValue(cost, known, Math.max(0, this.cells[column]! - 1));
  }
}

/** The cost of a cell whose very words stand in the column so often, among so many cells. */
const withValue = (cost: number, known: number, cells: number): number =>
  Math.min(cost, -Math.log((0.5 * known) / (cells + 2) + Math.exp(-cost)));
