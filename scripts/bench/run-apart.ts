import { spawn } from 'node:child_process';

/**
 * Runs a bench's script in a process of its own, and prints its output.
 * The script ends with code 1 when something is not as it should be.
 * @returns its sentences that begin with `FAILED: `
 * @throws when it did not finish
 */
export async function runApart(script: string, request: string, print: (line: string) => void): Promise<string[]> {
  // `react-server` is the condition under which servers may load what is marked `server-only`.
  const args = ['--expose-gc', '--conditions=react-server', '--import', 'tsx', script, request];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (output !== '') for (const line of output.trimEnd().split('\n')) print(line);
  if (code !== 0 && code !== 1) throw new Error(`the bench ended with code ${String(code)}`);
  const complaints = output.split('\n').filter((line) => line.startsWith('FAILED: '));
  if (code === 1 && complaints.length === 0) throw new Error('the bench was not finished');
  return complaints;
}
