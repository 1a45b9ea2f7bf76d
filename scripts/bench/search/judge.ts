import { classes } from './queries/classes';
import type { Findings } from './report';

/** Milliseconds that 95 of 100 searches of every class stay within. */
const searchAims = [
  { upTo: 100_000, aim: 30 },
  { upTo: Infinity, aim: 50 },
];
const suggestionAim = 20;
/** Of words that find nothing as they stand and are then taken as meant. */
const meantAim = 130;
const addingAim = 200;

/** Takes the findings; gives a sentence for each aim that is missed. */
export function judge(findings: Findings): string[] {
  return [...judgeSpeed(findings), ...judgeRecall(findings), ...judgeClients(findings), ...judgeIndex(findings)].map(
    (each) => `FAILED: ${each}`,
  );
}

const isMeant = (name: string): boolean => classes.some((each) => each.name === name && each.kind === 'meant');

function judgeSpeed({ sections, classes: results, adding }: Findings): string[] {
  const searchAim = searchAims.find(({ upTo }) => sections <= upTo)!.aim;
  const slow = results.flatMap(({ name, times: { p95 } }) => {
    const aim = name === 'suggestions' ? suggestionAim : isMeant(name) ? meantAim : searchAim;
    return p95 <= aim ? [] : [`${name} takes ${p95.toFixed(1)} ms at the 95th percentile; the aim is ${aim} ms.`];
  });
  const adds =
    adding.store <= addingAim
      ? []
      : [`adding an issue takes ${adding.store.toFixed(0)} ms; the aim is ${addingAim} ms.`];
  const lost = results.flatMap(({ name, timedOut }) =>
    timedOut === 0 ? [] : [`${name}: ${timedOut} searches were given up.`],
  );
  return [...slow, ...adds, ...lost];
}

/** Milliseconds that 95 of 100 searches stay within where OpenSearch finds words. */
const indexAim = 60;

function judgeIndex({ onIndex }: Findings): string[] {
  if (!onIndex) return [];
  const slow = onIndex.classes.flatMap(({ name, times: { p95 } }) =>
    isMeant(name) || p95 <= indexAim ? [] : [`${name} takes ${p95.toFixed(1)} ms; the aim is ${indexAim} ms.`],
  );
  return [...slow, ...judgeRecall(onIndex)].map((each) => `OpenSearch: ${each}`);
}

const shownComplaints = 3;

function judgeRecall({ recalls }: Pick<Findings, 'recalls'>): string[] {
  return [...recalls].flatMap(([name, { there, found, complaints }]) => [
    ...(found === there ? [] : [`${name} finds ${found} of ${there}; every one has to be found.`]),
    ...(complaints.length === 0
      ? []
      : [`${name}: ${complaints.length} wrong answers, such as ${complaints.slice(0, shownComplaints).join('; ')}.`]),
  ]);
}

function judgeClients({ clients }: Findings): string[] {
  if (!clients) return [];
  return clients.errors.length === 0
    ? []
    : [`${clients.clients} clients at once met errors: ${clients.errors.join('; ')}.`];
}
