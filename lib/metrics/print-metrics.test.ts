import { expect, test } from 'vitest';
import { readPrometheusText, sumOf } from '@/scripts/testing/prometheus-text';
import { METRICS } from './catalogue';
import { printMetrics } from './print-metrics';
import { ProcessRegistry } from './process-registry';

test('the figures of several processes are one text, told apart by process', async () => {
  const [gateway, renderer] = [new ProcessRegistry('gateway'), new ProcessRegistry('renderer1')];
  gateway.count('gongbao_log_lines_total', { level: 'warn', event: 'a "quoted"\\one' });
  renderer.count('gongbao_log_lines_total', { level: 'warn', event: 'two' }, 3);
  for (const seconds of [0.0004, 0.02, 7, 30]) renderer.observe('gongbao_search_seconds', { shape: 'word' }, seconds);
  const families = readPrometheusText(printMetrics([await gateway.read(), await renderer.read()]));
  expect(families.get('gongbao_log_lines_total')).toMatchObject({
    type: 'counter',
    help: METRICS.gongbao_log_lines_total.help,
  });
  expect(families.get('gongbao_log_lines_total')!.samples).toEqual([
    {
      name: 'gongbao_log_lines_total',
      labels: { level: 'warn', event: 'a "quoted"\\one', process: 'gateway' },
      value: 1,
    },
    { name: 'gongbao_log_lines_total', labels: { level: 'warn', event: 'two', process: 'renderer1' }, value: 3 },
  ]);
  expect(sumOf(families, 'gongbao_search_seconds', { le: '+Inf' })).toBe(4);
  expect(sumOf(families, 'process_start_time_seconds', { process: 'gateway' })).toBeGreaterThan(0);
});

test('a gauge that nobody has told is missing, and a former figure does not stay', async () => {
  const registry = new ProcessRegistry('gateway');
  let lag: number | null = 5;
  registry.whenAsked(['gongbao_replication_lag_seconds', 'gongbao_sections'], (report) => {
    if (lag !== null) report('gongbao_replication_lag_seconds', {}, lag);
  });
  const read = async () => readPrometheusText(printMetrics([await registry.read()]));
  expect(sumOf(await read(), 'gongbao_replication_lag_seconds')).toBe(5);
  lag = null;
  const later = await read();
  expect(later.has('gongbao_replication_lag_seconds')).toBe(false);
  expect(later.has('gongbao_sections')).toBe(false);
});

test('a counter that is kept elsewhere never goes back', async () => {
  const registry = new ProcessRegistry('gateway');
  let lost = 0;
  registry.whenAsked(['gongbao_log_lines_lost_total'], (report) => report('gongbao_log_lines_lost_total', {}, lost));
  const read = async () =>
    sumOf(readPrometheusText(printMetrics([await registry.read()])), 'gongbao_log_lines_lost_total');
  const figures = [];
  for (lost of [2, 2, 5]) figures.push(await read());
  expect(figures).toEqual([2, 2, 5]);
});

test.each(Object.entries(METRICS))('%s is named as Prometheus wants it', (name, { type, help, labels }) => {
  expect(name).toMatch(/^gongbao_[a-z_]+$/);
  expect(name.endsWith('_total')).toBe(type === 'counter');
  if (type === 'histogram') expect(name).toMatch(/_seconds$/);
  expect(help).toMatch(/^[A-Z0-9].*\.$/);
  for (const label of labels) expect(label).toMatch(/^[a-z]+$/);
});

test.each([
  ['a sample without its metric', 'x 1\n'],
  ['a metric twice', '# HELP x a\n# TYPE x gauge\nx 1\n# HELP x a\n'],
  ['a sample twice', '# HELP x a\n# TYPE x gauge\nx{a="1"} 1\nx{a="1"} 1\n'],
  ['no number', '# HELP x a\n# TYPE x gauge\nx one\n'],
  ['a label without its end', '# HELP x a\n# TYPE x gauge\nx{a="1} 1\n'],
  ['a histogram that shrinks', '# HELP x a\n# TYPE x histogram\nx_bucket{le="1"} 2\nx_bucket{le="+Inf"} 1\n'],
])('the reader of the tests refuses %s', (_name, text) => {
  expect(() => readPrometheusText(text)).toThrow();
});
