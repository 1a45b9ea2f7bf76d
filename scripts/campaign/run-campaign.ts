import { findAddresses } from '../bench/readers/find-addresses';
import type { CampaignArguments } from './arguments';
import { Ground } from './ground';
import { killOften } from './kills/kill';
import { describeKills } from './report';

type Print = (line: string) => void;

/**
 * Runs a campaign against a portal of its own.
 * @returns how many offences were found
 */
export async function runCampaign(
  { seed, kills }: CampaignArguments,
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
