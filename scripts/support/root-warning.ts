/**
 * Gives a line of warning where this process runs as root.
 * @returns null where it does not
 */
export const rootWarning = (): string | null =>
  process.getuid?.() === 0
    ? 'Warning: the portal runs as root. Start it as a user of its own, who may write to its data folder alone.'
    : null;
