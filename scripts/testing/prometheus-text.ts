/** A figure of a metric, as the text format of Prometheus prints it. */
export interface Sample {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** A metric with its samples. */
export interface Family {
  name: string;
  type: string;
  help: string;
  samples: Sample[];
}

const SAMPLE =
  /^(?<name>[a-zA-Z_:][\w:]*)(?:\{(?<labels>.*)\})? (?<value>[-+]?(?:\d+(?:\.\d+)?(?:e[-+]?\d+)?|Inf)|NaN)$/;
const LABEL = /(?<name>[a-zA-Z_]\w*)="(?<value>(?:[^"\\\n]|\\[\\"n])*)"(?:,|$)/gy;

/**
 * Reads the text format of Prometheus (0.0.4), strictly.
 * @throws Error that names the line that is wrong
 */
export function readPrometheusText(text: string): Map<string, Family> {
  const families = new Map<string, Family>();
  const seen = new Set<string>();
  let current: Family | null = null;
  if (!text.endsWith('\n')) throw new Error('The last line has no end.');
  for (const line of text.slice(0, -1).split('\n')) {
    const fail = (why: string): never => {
      throw new Error(`${why}: ${line}`);
    };
    const comment = /^# (?<kind>HELP|TYPE) (?<name>[a-zA-Z_:][\w:]*) (?<rest>.*)$/.exec(line)?.groups;
    if (comment) {
      const { kind, name, rest } = comment as Record<'kind' | 'name' | 'rest', string>;
      if (kind === 'HELP') {
        if (families.has(name)) fail('A metric comes twice');
        families.set(name, (current = { name, help: rest, type: '', samples: [] }));
      } else if (current?.name !== name || !/^(?:counter|gauge|histogram|summary|untyped)$/.test(rest))
        fail('A wrong type');
      else current.type = rest;
      continue;
    }
    const groups = SAMPLE.exec(line)?.groups ?? fail('No sample');
    const name = groups['name']!;
    const labels = readLabels(groups['labels'] ?? '') ?? fail('Wrong labels');
    const own = current?.type === 'histogram' ? name.replace(/_(?:bucket|sum|count)$/, '') : name;
    if (!current || own !== current.name) return fail('A sample outside its metric');
    const key = `${name} ${JSON.stringify(Object.entries(labels).sort())}`;
    if (seen.has(key)) fail('A sample comes twice');
    seen.add(key);
    current.samples.push({ name, labels, value: Number(groups['value']!.replace('Inf', 'Infinity')) });
  }
  for (const family of families.values()) if (family.type === 'histogram') checkHistogram(family);
  return families;
}

function readLabels(text: string): Record<string, string> | null {
  const labels: Record<string, string> = {};
  LABEL.lastIndex = 0;
  let end = 0;
  for (let match = LABEL.exec(text); match; match = LABEL.exec(text)) {
    const { name, value } = match.groups as Record<'name' | 'value', string>;
    if (name in labels) return null;
    labels[name] = value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));
    end = LABEL.lastIndex;
  }
  return end === text.length ? labels : null;
}

/** Buckets grow, and the last one is the count. */
function checkHistogram({ name, samples }: Family): void {
  const last = new Map<string, number>();
  for (const {
    name: own,
    labels: { le, ...labels },
    value,
  } of samples) {
    const key = JSON.stringify(Object.entries(labels).sort());
    if (own.endsWith('_bucket')) {
      if (value < (last.get(key) ?? 0)) throw new Error(`${name}: bucket ${le} is less than the one before.`);
      last.set(key, value);
    } else if (own.endsWith('_count') && last.get(key) !== value)
      throw new Error(`${name}: the count is not that of the last bucket.`);
  }
}

/** Adds up the samples of a metric that have some labels. */
export const sumOf = (families: Map<string, Family>, name: string, wanted: Record<string, string> = {}): number =>
  (families.get(name)?.samples ?? [])
    .filter(({ labels }) => Object.entries(wanted).every(([label, value]) => labels[label] === value))
    .reduce((sum, { value }) => sum + value, 0);
