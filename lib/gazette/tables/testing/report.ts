import { addComparisons, compareDrawn, noTables, printComparison } from './compare';
import { scenarios } from './scenarios';

/**
 * `npx tsx lib/gazette/tables/testing/report.ts [COUNT] [SEED] [NAME]`: the figures of each
 * scenario, and what is certain and wrong; with SHOW=1 its text too.
 */
const [count = '40', seed = '1', name = ''] = process.argv.slice(2);
let total = noTables;
const start = process.cpuUsage();
for (const scenario of scenarios.filter((each) => each.name.includes(name))) {
  const { comparison, wrong } = compareDrawn(scenario, Number(seed), Number(count));
  total = addComparisons(total, comparison);
  console.log(printComparison(scenario.name, comparison));
  for (const { kind, cells, text } of wrong) {
    console.log(`  ${kind}: ${cells.join('; ')}`);
    if (process.env.SHOW) console.log(text);
  }
}
console.log(printComparison('all', total), `${(process.cpuUsage(start).user / 1e6).toFixed(1)} s`);
