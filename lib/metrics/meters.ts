import type { LabelsOf, MetricName } from './catalogue';

/** Where the metrics of a process are counted. */
export interface MeterSink {
  count: <Name extends MetricName>(name: Name, labels: LabelsOf<Name>, by?: number) => void;
  observe: <Name extends MetricName>(name: Name, labels: LabelsOf<Name>, seconds: number) => void;
}

/** One for all bundles of a process. */
const holder = globalThis as typeof globalThis & { gongbaoMeters?: MeterSink };

/** Has what this process counts go to `sink`. */
export function setMeterSink(sink: MeterSink | undefined): void {
  if (sink) holder.gongbaoMeters = sink;
  else delete holder.gongbaoMeters;
}

/** Gives what counts in this process; undefined where nobody asks for metrics. */
export const meters = (): MeterSink | undefined => holder.gongbaoMeters;
