import { z } from 'zod';
import { METRICS } from './catalogue';
import { printMetrics } from './print-metrics';
import type { MetricData, ProcessRegistry } from './process-registry';

/** Milliseconds within which a renderer gives its figures. */
const PATIENCE = 800;
/** Bytes that they have at most. */
const LONGEST = 4 * 2 ** 20;

/** A renderer whose figures are gathered. */
export interface MeteredRenderer {
  name: string;
  /** `http://127.0.0.1:41235/metrics` */
  address: string;
}

const metricData = z.array(
  z.object({
    name: z.string(),
    help: z.string(),
    type: z.string(),
    values: z.array(
      z.object({
        labels: z.record(z.string(), z.union([z.string(), z.number()])),
        // JSON has no other way to say what is no figure.
        value: z
          .number()
          .nullable()
          .transform((value) => value ?? Number.NaN),
        metricName: z.string().optional(),
      }),
    ),
  }),
);

/**
 * Gathers the figures of all processes of a portal and prints them. A renderer that is away is a
 * figure, not an error.
 */
export async function readPortalMetrics(own: ProcessRegistry, renderers: readonly MeteredRenderer[]): Promise<string> {
  const [ofGateway, ...ofRenderers] = await Promise.all([own.read(), ...renderers.map(readRenderer)]);
  const up: MetricData = {
    name: 'gongbao_renderer_up',
    help: METRICS.gongbao_renderer_up.help,
    type: 'gauge',
    values: renderers.map(({ name }, at) => ({ labels: { process: name }, value: ofRenderers[at] ? 1 : 0 })),
  };
  return printMetrics([ofGateway, [up], ...ofRenderers.filter((metrics) => metrics !== null)]);
}

async function readRenderer({ address }: MeteredRenderer): Promise<MetricData[] | null> {
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    const text = await answer.text();
    return text.length > LONGEST ? null : metricData.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
