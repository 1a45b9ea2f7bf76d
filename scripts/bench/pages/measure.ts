import { chromium, type Browser } from '@playwright/test';
import { medianOf } from '../statistics';
import type { PageToMeasure } from './find-pages';

/** A phone of the cheaper kind on a slow mobile line, as performance tools take it. */
const PHONE = { width: 360, height: 740 };
const LINE = { latency: 150, bytesPerSecond: (1.6 * 1024 * 1024) / 8 };
const PROCESSOR_SLOWDOWN = 4;
/** Milliseconds of rest after which the page counts as done. */
const REST = 1500;

/** Bytes are those on the line, compressed; times are milliseconds since the reader asked. */
interface Measured {
  html: number;
  css: number;
  script: number;
  other: number;
  requests: number;
  firstByte: number;
  /** Largest contentful paint. */
  largestPaint: number;
  /** Cumulative layout shift, without a unit. */
  shift: number;
}

export interface MeasuredPage extends PageToMeasure {
  measured: Measured;
}

/**
 * Opens each page `rounds` times in a fresh browser.
 * @returns the medians
 */
export async function measurePages(
  origin: string,
  pages: readonly PageToMeasure[],
  { browser: executablePath, rounds }: { browser: string; rounds: number },
): Promise<MeasuredPage[]> {
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const browser = await chromium.launch({ executablePath, args: [...args, '--disable-gpu'] });
  try {
    const measured: MeasuredPage[] = [];
    for (const page of pages) {
      const all: Measured[] = [];
      for (let round = 0; round < rounds; round++) all.push(await measureOnce(browser, origin + page.address));
      const median = (figure: keyof Measured): number => medianOf(all, (one) => one[figure]);
      measured.push({
        ...page,
        measured: {
          html: median('html'),
          css: median('css'),
          script: median('script'),
          other: median('other'),
          requests: median('requests'),
          firstByte: median('firstByte'),
          largestPaint: median('largestPaint'),
          shift: median('shift'),
        },
      });
    }
    return measured;
  } finally {
    await browser.close();
  }
}

async function measureOnce(browser: Browser, address: string): Promise<Measured> {
  const context = await browser.newContext({ viewport: PHONE, isMobile: true, hasTouch: true, locale: 'zh-CN' });
  try {
    const page = await context.newPage();
    const protocol = await context.newCDPSession(page);
    const types = new Map<string, string>();
    const weight = { html: 0, css: 0, script: 0, other: 0, requests: 0 };
    await protocol.send('Network.enable');
    protocol.on('Network.responseReceived', ({ requestId, type }) => void types.set(requestId, type));
    protocol.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      weight.requests++;
      weight[kinds[types.get(requestId) ?? ''] ?? 'other'] += encodedDataLength;
    });
    await protocol.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: LINE.latency,
      downloadThroughput: LINE.bytesPerSecond,
      uploadThroughput: LINE.bytesPerSecond,
    });
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR_SLOWDOWN });
    await page.addInitScript(watchPaints);
    await page.goto(address, { waitUntil: 'load' });
    await page.waitForTimeout(REST);
    const seen = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      const { largestPaint, shift } = (window as unknown as { gongbaoPaints: Paints }).gongbaoPaints;
      return { firstByte: navigation?.responseStart ?? 0, largestPaint, shift };
    });
    return { ...weight, ...seen };
  } finally {
    await context.close();
  }
}

const kinds: Partial<Record<string, 'html' | 'css' | 'script'>> = {
  Document: 'html',
  Stylesheet: 'css',
  Script: 'script',
};

interface Paints {
  largestPaint: number;
  shift: number;
}

/** Runs in the page, before anything of it. */
function watchPaints(): void {
  const paints: Paints = { largestPaint: 0, shift: 0 };
  (window as unknown as { gongbaoPaints: Paints }).gongbaoPaints = paints;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) paints.largestPaint = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) paints.shift += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
}
