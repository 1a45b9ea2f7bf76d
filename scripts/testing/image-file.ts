/** A line of a Dockerfile. */
export interface ImageStep {
  /** `RUN` */
  instruction: string;
  value: string;
}

/** A part of a Dockerfile that begins with FROM. */
export interface ImageStage {
  /** What it begins with: an image, or a stage before it. */
  from: string;
  name: string;
  steps: ImageStep[];
}

const INSTRUCTIONS = [
  ...['WORKDIR', 'ENV', 'COPY', 'RUN', 'USER', 'VOLUME', 'EXPOSE', 'HEALTHCHECK', 'STOPSIGNAL', 'CMD'],
];

/**
 * Reads a Dockerfile of the plain kind: an instruction a line, every stage with a name.
 * @throws Error with the line that is not understood
 */
export function readImageFile(content: string): ImageStage[] {
  const stages: ImageStage[] = [];
  for (const [index, line] of content.split('\n').entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, instruction = '', value = ''] = /^([A-Z]+) (.+)$/.exec(line) ?? [];
    const from = instruction === 'FROM' ? /^(\S+) AS (\S+)$/.exec(value) : null;
    if (from) stages.push({ from: from[1]!, name: from[2]!, steps: [] });
    else if (stages.length > 0 && INSTRUCTIONS.includes(instruction)) stages.at(-1)!.steps.push({ instruction, value });
    else throw new Error(`Line ${index + 1} is not understood: ${line}`);
  }
  return stages;
}
