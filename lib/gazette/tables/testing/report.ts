import { add, measure, nothing, print } from './judge';
import { scenarios } from './scenarios';

/**
 * `npx tsx lib/gazette/tables/testing/report.ts [COUNT] [SEED] [NAME]`: the figures of each
 * scenario, and what is certain and wrong.
 */
const [count = '40', seed = '1', name = ''] = process.argv.slice(2);
let total = nothing;
const start = process.cpuUsage();
for (const scenario of scenarios.filter((each) => each.name.includes(name))) {
  const { verdict, wrong } = measure(scenario, Number(seed), Number(count));
  total = add(total, verdict);
  console.log(print(scenario.name, verdict));
  if (process.env.SHOW) for (const each of wrong.slice(0, Number(process.env.SHOW))) console.log(each.text, each);
}
console.log(print('all', total), `${(process.cpuUsage(start).user / 1e6).toFixed(1)} s`);
