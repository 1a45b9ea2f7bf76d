import { existsSync } from 'node:fs';
import { BUILD_PARTS, isBuilt, isCurrent } from '../support/build-marker';

/**
 * Says in a sentence why a build cannot be served: it is missing, or was made from other sources.
 * @param folder of the build
 * @returns null where it can
 */
export function findBuildProblem(folder: string): string | null {
  const parts = Object.values(BUILD_PARTS);
  if (!parts.every((part) => isBuilt(folder, part)))
    return `There is no finished build in ${folder}: run \`npm run build\` first.`;
  // An image may have the build without its sources.
  if (!existsSync('app') || parts.every((part) => isCurrent(folder, part))) return null;
  return `The build in ${folder} was made from other sources than these: run \`npm run build\` again.`;
}
