import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { METRICS, type MetricName } from '@/lib/metrics/catalogue';
import { providePromtool, runPromtool } from './testing/promtool';

const FILE = 'deploy/prometheus-alerts.yml';
const text = readFileSync(FILE, 'utf8');
const promtool = process.platform === 'linux' ? providePromtool() : null;
if (promtool === null)
  process.stdout.write('   There is no promtool here, and none can be had: the alerts are not run.\n');

test('alerts ask for metrics that there are, and for labels that they have', () => {
  const { groups } = parse(text) as { groups: { rules: { alert: string; expr: string }[] }[] };
  const rules = groups.flatMap(({ rules: own }) => own);
  expect(rules.length).toBeGreaterThan(10);
  for (const { alert, expr } of rules) {
    for (const [, name, labels = ''] of expr.matchAll(/\b(gongbao_[a-z_]+)(?:\{([^}]*)\})?/g)) {
      const known = METRICS[name!.replace(/_bucket$/, '') as MetricName];
      expect(known, `${alert}: ${name}`).toBeDefined();
      for (const [, label] of labels.matchAll(/(\w+)\s*=/g))
        expect(known.labels, `${alert}: ${label}`).toContain(label);
    }
  }
});

test.skipIf(promtool === null)('promtool takes the alerts, and they fire when they should', () => {
  expect(runPromtool(promtool!, ['check', 'rules', FILE])).toBe('');
  expect(runPromtool(promtool!, ['test', 'rules', 'scripts/testing/alerts-test.yml'])).toBe('');
});
