import { runMutations } from './mutate/command';

process.exitCode = await runMutations(process.argv.slice(2), {
  print: (line) => console.log(line),
  complain: (line) => console.error(line),
});
