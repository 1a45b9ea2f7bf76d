import { listPortals } from './portals';
import { findPortProblem } from './ports';

/**
 * Refuses an address where the portal cannot listen.
 * @param command what to choose another port for: `npm start`
 * @throws Error, in one sentence, with what to do
 */
export async function refusePort(host: string, port: number, command: string): Promise<void> {
  const problem = await findPortProblem(port, host);
  if (problem === null) return;
  if (problem === 'EACCES')
    throw new Error(
      `This user may not listen on port ${port}: choose one from 1024, such as PORT=3000 ${command}, and put nginx before it (deploy/nginx.conf).`,
    );
  if (problem !== 'EADDRINUSE')
    throw new Error(
      `The portal cannot listen on HOST=${host} (${problem}): give an address of this machine, or leave HOST out for 127.0.0.1.`,
    );
  const own = listPortals().find((portal) => portal.port === port);
  const holder = own
    ? `this portal is running there already (process ${own.processId}): http://localhost:${port}`
    : 'another program uses it';
  throw new Error(
    `Port ${port} is taken: ${holder}. End that program, or choose another port: PORT=${port + 1} ${command}`,
  );
}
