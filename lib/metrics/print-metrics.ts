import type { MetricData } from './process-registry';

/**
 * Prints the figures of several processes in the text format of Prometheus (0.0.4). Figures of one
 * metric stand together; the label `process` tells them apart.
 */
export function printMetrics(processes: readonly (readonly MetricData[])[]): string {
  const families = new Map<string, MetricData>();
  for (const metric of processes.flat()) {
    const known = families.get(metric.name);
    if (known) known.values.push(...metric.values);
    else families.set(metric.name, { ...metric, values: [...metric.values] });
  }
  return [...families.values()].map(printFamily).join('');
}

function printFamily({ name, help, type, values }: MetricData): string {
  const samples = values.map(
    ({ metricName = name, labels, value }) => `${metricName}${printLabels(labels)} ${printFigure(value)}\n`,
  );
  return `# HELP ${name} ${escapeText(help)}\n# TYPE ${name} ${type}\n${samples.join('')}`;
}

const printLabels = (labels: Record<string, string | number>): string => {
  const pairs = Object.entries(labels).map(
    ([name, value]) => `${name}="${escapeText(String(value)).replaceAll('"', '\\"')}"`,
  );
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};

const escapeText = (text: string): string => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');

function printFigure(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return Number.isFinite(value) ? String(value) : value > 0 ? '+Inf' : '-Inf';
}
