import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { METRICS, type LabelsOf, type MetricName } from './catalogue';

/** Seconds up to which requests and searches are counted. */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Sets a figure for some values of the labels. */
export type Report = <Name extends MetricName>(name: Name, labels: LabelsOf<Name>, figure: number) => void;

type Metric = Counter | Gauge | Histogram;

/** The figures of one process. */
export class ProcessRegistry {
  readonly registry = new Registry();
  private readonly before: (() => Promise<void>)[] = [];
  private readonly metrics = new Map<MetricName, Metric>();
  /** Counters whose figures are kept elsewhere: their last figure, by name and labels. */
  private readonly counted = new Map<string, number>();

  /** @param name of the process, the label `process` of all its figures */
  constructor(name: string) {
    this.registry.setDefaultLabels({ process: name });
    collectDefaultMetrics({ register: this.registry, eventLoopMonitoringPrecision: 20 });
  }

  /** Adds to a counter. */
  count<Name extends MetricName>(name: Name, labels: LabelsOf<Name>, by = 1): void {
    const metric = this.metric(name);
    if (metric instanceof Counter) metric.inc(labels, by);
  }

  /** Adds a time to a histogram. */
  observe<Name extends MetricName>(name: Name, labels: LabelsOf<Name>, seconds: number): void {
    (this.metric(name) as Histogram).observe(labels, seconds);
  }

  /** Has figures that are kept elsewhere read whenever somebody asks; gauges forget former ones. */
  whenAsked(names: readonly MetricName[], tell: (report: Report) => void | Promise<void>): void {
    const own = new Set<MetricName>(names);
    for (const name of names) this.metric(name);
    this.before.push(async () => {
      for (const name of names) if (METRICS[name].type === 'gauge') forget(this.metric(name) as Gauge, name);
      await tell((name, labels, figure) => {
        if (!own.has(name)) throw new Error(`${name} is not among the metrics that are told here.`);
        if (METRICS[name].type === 'gauge') (this.metric(name) as Gauge).set(labels, figure);
        else this.raise(name, labels, figure);
      });
    });
  }

  /** Gives all figures as data. */
  async read(): Promise<MetricData[]> {
    await Promise.all(this.before.map((tell) => tell()));
    const read = (await this.registry.getMetricsAsJSON()) as unknown as MetricData[];
    return read.filter(({ values }) => values.length > 0);
  }

  private raise<Name extends MetricName>(name: Name, labels: LabelsOf<Name>, figure: number): void {
    const key = `${name} ${Object.values(labels).join(' ')}`;
    this.count(name, labels, Math.max(0, figure - (this.counted.get(key) ?? 0)));
    this.counted.set(key, figure);
  }

  private metric(name: MetricName): Metric {
    let metric = this.metrics.get(name);
    if (!metric) {
      const { type, help, labels } = METRICS[name];
      const given = { name, help, labelNames: [...labels], registers: [this.registry] };
      metric =
        type === 'counter'
          ? new Counter(given)
          : type === 'gauge'
            ? new Gauge(given)
            : new Histogram({ ...given, buckets: SECONDS });
      if (metric instanceof Gauge) forget(metric, name);
      this.metrics.set(name, metric);
    }
    return metric;
  }
}

/** Forgets the figures of a gauge. One without labels would be 0, a figure that nobody has read. */
function forget(gauge: Gauge, name: MetricName): void {
  gauge.reset();
  if (METRICS[name].labels.length === 0) gauge.remove();
}

/** A metric with its figures, as prom-client gives it. */
export interface MetricData {
  name: string;
  help: string;
  type: string;
  values: { labels: Record<string, string | number>; value: number; metricName?: string }[];
}
