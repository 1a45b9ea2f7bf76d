import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildBrowserScripts } from './browser-scripts';
import { keepBuildFiles } from './former-builds';
import { BUILD_PARTS, isCurrent, NEXT } from './build-marker';
import { buildPrograms } from './build-programs';
import { Interrupted, ProgramFailed, runNode } from './child-process';
import { withFileLock } from './file-lock.mjs';
import { listPortals } from './portals';
import { say, step } from './progress';

/**
 * Builds the portal for production into `folder`, unless it was built from the same inputs.
 * The folder is `.next`, or `.next-test` for the browser tests. No database is needed.
 * @throws when the build fails, and when a running portal of this clone would lose its files
 */
export async function buildPages(folder: string, signal?: AbortSignal): Promise<void> {
  const { pages, programs } = BUILD_PARTS;
  if (isCurrent(folder, pages) && isCurrent(folder, programs)) return;
  const lock = path.join('.data', `build${folder.replaceAll(/\W/g, '-')}.lock`);
  const onWait = () => {
    say('Waiting for another build of this clone …');
  };
  await withFileLock(
    lock,
    async () => {
      if (isCurrent(folder, pages)) {
        await buildPrograms(folder);
        return;
      }
      const portal = listPortals().find((each) => each.pages === path.resolve(folder));
      if (portal) {
        throw new Error(
          `The code has changed, and the portal at http://localhost:${portal.port} (process ${portal.processId}) serves the pages that would be built anew. Stop it first.`,
        );
      }
      await step('Building the pages', async () => {
        const inputs = pages.hash(process.cwd());
        const marker = path.join(folder, pages.marker);
        rmSync(marker, { force: true });
        const env = {
          ...process.env,
          NODE_ENV: 'production',
          NEXT_DIST_DIR: folder,
          NEXT_TELEMETRY_DISABLED: '1',
        } as const;
        try {
          await runNode([NEXT, 'build'], { env, quiet: true, ...(signal ? { signal } : {}) });
        } catch (error) {
          if (error instanceof Interrupted || !(error instanceof ProgramFailed)) throw error;
          throw new Error('The pages could not be built: see above.', { cause: error });
        }
        await buildBrowserScripts(folder);
        await buildPrograms(folder);
        keepBuildFiles(folder);
        // Last: a build that was cut off has none.
        writeFileSync(marker, inputs);
      });
    },
    onWait,
  );
}
