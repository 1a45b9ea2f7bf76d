import { findAddresses } from '../bench/readers/find-addresses';
import type { CampaignArguments } from './arguments';
import { Ground } from './ground';
import { killOften } from './kills/kill';
import { feed } from './files/feed';
import { describeAttack, describeFeed, describeKills } from './report';
import { attack, describe, findOffences } from './requests/attack';
import { makeRequest } from './requests/make-request';
import { send } from './requests/send';

type Print = (line: string) => void;

/**
 * Runs a campaign against a portal of its own.
 * @returns how many offences were found
 */
export async function runCampaign(
  { seed, kills, requests, files, only }: CampaignArguments,
  print: Print,
  log: Print,
  signal: AbortSignal,
): Promise<number> {
  const ground = new Ground();
  const offences: string[] = [];
  const stop = (): void => void ground.remove().finally(() => process.exit(130));
  signal.addEventListener('abort', stop);
  try {
    print(`Seed ${seed}`);
    await ground.prepare(signal);
    ground.start();
    await ground.untilServes();
    const { read } = await findAddresses(ground.databaseUrl);
    ground.addresses = read;
    if (only !== undefined) {
      const request = makeRequest(seed, only, read);
      const outcome = await send(ground.port, request);
      print(describe(request));
      print(JSON.stringify(outcome));
      return findOffences(outcome).length;
    }
    if (requests > 0) {
      const before = ground.printed().length;
      const figures = await attack(ground.port, read, { requests, seed }, log);
      for (const line of describeAttack(figures)) print(line);
      offences.push(...figures.offences, ...findFailures(ground.printed().slice(before)));
    }
    if (files > 0) {
      const figures = await feed(ground, { files, seed }, log);
      for (const line of describeFeed(figures)) print(line);
      offences.push(...figures.offences);
    }
    if (kills > 0) {
      const figures = await killOften(ground, { kills, seed }, log);
      for (const line of describeKills(figures)) print(line);
      offences.push(...figures.offences, ...figures.readers.offences);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    await ground.remove();
  }
  for (const offence of offences) print(`FAILED: ${offence}`);
  print(`${offences.length} offences with seed ${seed}`);
  return offences.length;
}

/** Finds what the portal has noted as its own failure while it was only asked. */
function findFailures(printed: string): string[] {
  const lines = printed.split('\n').filter((line) => /A request failed|⨯|^\w*Error:/.test(line));
  const counts = new Map<string, number>();
  for (const line of lines) counts.set(line, (counts.get(line) ?? 0) + 1);
  return [...counts].map(([line, count]) => `the portal printed ${count} ×: ${line}`).slice(0, 50);
}
