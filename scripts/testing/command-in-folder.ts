// Runs a command as if FOLDER were the project, so that its embedded server is one of its own:
// `command-in-folder.ts FOLDER COMMAND ARGUMENT…`
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder = '', command = '', ...args] = process.argv.slice(2);
const script = path.resolve('scripts', `${command}.ts`);
process.chdir(folder);
process.argv = [process.execPath, script, ...args];
await import(pathToFileURL(script).href);
