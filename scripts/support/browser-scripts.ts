import { context, build, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { BROWSER_SCRIPTS_FILE, type BrowserScripts } from '@/lib/settings/browser-scripts';

const ENTRY = path.posix.join('components', 'browser', 'start.ts');
/** Folder below `static`, which Next serves as files that never change. */
const FOLDER = 'browser';

/** As Next has them for its own code. */
const BROWSERS = ['chrome111', 'edge111', 'firefox111', 'safari16.4'];

/**
 * Bundles the browser code into the folder of a finished build.
 * Next serves it from there under /_next/static/browser/, and the layout reads its name from the
 * list beside it. Names follow from the content.
 * @param folder the build's, such as `.next`
 * @returns what went into which file
 */
export async function buildBrowserScripts(folder: string): Promise<Metafile> {
  rmSync(path.join(folder, 'static', FOLDER), { recursive: true, force: true });
  const { metafile } = await build({ ...options(folder), minify: true, metafile: true });
  writeList(folder, metafile);
  return metafile;
}

/** Bundles the browser code into the folder of `next dev`, and anew after every edit. */
export async function watchBrowserScripts(folder: string): Promise<void> {
  const list: Plugin = {
    name: 'list',
    setup(bundling) {
      bundling.onEnd(({ metafile }) => {
        if (metafile) writeList(folder, metafile);
      });
    },
  };
  const watched = await context({ ...options(folder), plugins: [list], sourcemap: 'inline', metafile: true });
  await watched.watch();
}

const options = (folder: string) =>
  ({
    entryPoints: [ENTRY],
    outdir: path.join(folder, 'static', FOLDER),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: BROWSERS,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
  }) satisfies BuildOptions;

function writeList(folder: string, { outputs }: Metafile): void {
  const start = Object.keys(outputs).find((file) => outputs[file]!.entryPoint === ENTRY);
  if (start === undefined) throw new Error(`${ENTRY} was not bundled.`);
  const scripts: BrowserScripts = { start: addressOf(start), shared: listShared(start, outputs).map(addressOf) };
  writeFileSync(path.join(folder, BROWSER_SCRIPTS_FILE), JSON.stringify(scripts));
}

const addressOf = (file: string): string => `/_next/static/${FOLDER}/${path.posix.basename(file)}`;

/** Lists what a file imports at once, and what that imports. */
function listShared(file: string, outputs: Metafile['outputs'], found = new Set<string>()): string[] {
  for (const { path: imported, kind } of outputs[file]?.imports ?? []) {
    if (kind !== 'import-statement' || found.has(imported)) continue;
    found.add(imported);
    listShared(imported, outputs, found);
  }
  return [...found];
}
