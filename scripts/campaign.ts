import { HELP, readCampaignArguments } from './campaign/arguments';
import { runCampaign } from './campaign/run-campaign';
import { interruption } from './support/child-process';
import { understand } from './support/command-line';

async function main(): Promise<number> {
  const understood = understand(() => readCampaignArguments(process.argv.slice(2)), HELP);
  if ('exitCode' in understood) return understood.exitCode;
  const offences = await runCampaign(
    understood.given,
    (line) => console.log(line),
    (line) => console.error(line),
    interruption(),
  );
  return offences > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  process.exitCode = 1;
}
process.exit();
