import { build } from 'esbuild';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { BUILD_PARTS, isCurrent, programFile } from './build-marker';

/**
 * Bundles the programs that serve a build, into its folder, unless they are there. So a service
 * starts in a third of the time, and needs no place to keep what is compiled.
 * @param folder of the build, inside the project: packages are loaded from node_modules
 */
export async function buildPrograms(folder: string): Promise<void> {
  const part = BUILD_PARTS.programs;
  if (isCurrent(folder, part)) return;
  const inputs = part.hash(process.cwd());
  await build({
    entryPoints: (['gateway', 'serve'] as const).map((name) => path.join('scripts', `${name}.ts`)),
    outdir: path.dirname(programFile(folder, 'serve')),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: true,
    charset: 'utf8',
    logLevel: 'warning',
  });
  // Last: what was cut off has none.
  writeFileSync(path.join(folder, part.marker), inputs);
}
