import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findFormerRelease, prepareFormerRelease } from './support/former-release';

// Beside other drills that build; that of the upgrade finds it built.
test.skipIf(findFormerRelease() === null)(
  'the former release is checked out and built',
  async () => {
    const former = await prepareFormerRelease();
    expect(existsSync(former!.pages)).toBe(true);
  },
  300_000,
);
