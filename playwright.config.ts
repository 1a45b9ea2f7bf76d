import { defineConfig, devices } from '@playwright/test';

const root = process.getuid?.() === 0;

// scripts/test.ts builds the portal, starts it with a database of its own and sets these two.
const baseURL = process.env.BASE_URL ?? 'http://localhost:3000';
const executablePath = process.env.CHROMIUM_PATH;

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A test that passes only at the second try is a bug to see, not to hide.
  retries: 0,
  workers: 2,
  timeout: 30_000,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? 'test-results/browser.json' }],
  ],
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    screenshot: 'only-on-failure',
    // Each step of a trace copies the whole page, and documents are long:
    // `npm run test:e2e -- FILE --trace on` makes one.
    trace: 'off',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        // Chromium's sandbox does not work for root, as in most containers.
        ...(root ? ['--no-sandbox'] : []),
        // Its own requests (updates, sync) only fill the log where the network is closed.
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'],
        ...['--disable-quic', '--disable-gpu'],
      ],
    },
  },
  projects: [
    // They change what they read, so each is told once, with the readers that it needs.
    {
      name: 'edited',
      testMatch: 'edited/**',
      use: { ...devices['Desktop Chrome'], baseURL: process.env.EDITED_BASE_URL },
    },
    ...['', 'real'].flatMap((corpus) => {
      // Stories are about the sample corpus; those in e2e/real read that of the real gazettes.
      const real = corpus === 'real';
      const chosen = real ? { testMatch: 'real/**' } : { testIgnore: ['real/**', 'edited/**', 'drills/**'] };
      const use = { ...devices['Desktop Chrome'], ...(real && { baseURL: process.env.REAL_BASE_URL }) };
      const named = (name: string) => (real ? `real ${name}` : name);
      return [
        // They run on the desktop unless their tags say more: @phone, @phone-only, @no-javascript.
        {
          ...chosen,
          name: named('desktop'),
          grepInvert: /@phone-only/,
          use: { ...use, viewport: { width: 1280, height: 800 } },
        },
        {
          ...chosen,
          name: named('phone'),
          grep: /@phone/,
          use: { ...use, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
        },
        { ...chosen, name: named('no-javascript'), grep: /@no-javascript/, use: { ...use, javaScriptEnabled: false } },
      ];
    }),
  ],
});
