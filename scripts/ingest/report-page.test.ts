import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { FileReport } from '@/lib/db/ingest';
import { writeReport } from './report-page';

const passage = { marker: '第一条', heading: '值守', address: 't1' };
const report: FileReport = {
  path: '/texts/<b>.txt',
  outcome: 'parsed',
  size: 9,
  documents: 1,
  sections: 1,
  citations: 0,
  linked: 0,
  messages: [],
  preview: {
    replaces: [],
    isHeld: false,
    stops: [
      { kind: 'words', reason: '', line: 7, title: '通知', docNumber: null, lost: 41, of: 90, beginning: '不得<i>' },
    ],
    documents: [
      {
        state: 'changed',
        title: '关于<script>的通知',
        docNumber: null,
        address: 'shili/a',
        former: {},
        sections: { came: 0, gone: 0, changed: 1, moved: 0 },
        tables: { came: 0, gone: 0, changed: 0, moved: 0 },
        citations: { before: 1, after: 1 },
        characters: { before: 90, after: 49, lost: 41 },
        passages: [{ kind: 'changed', ...passage, to: null, before: '昼夜值守。', after: '昼夜<值守>。' }],
      },
    ],
  },
};

test('the report is one page without script, everything in it escaped, and no other file is written over', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongbao-report-'));
  const file = path.join(folder, 'report.html');
  for (let time = 0; time < 2; time++) writeReport(file, [report], new Date('2026-12-01T08:00:00Z'));
  const page = readFileSync(file, 'utf8');
  expect(page).toContain('第 7 行：《通知》共 90 字，将丢失 41 字，自“不得&lt;i&gt;”起。');
  expect(page).toContain('关于&lt;script&gt;的通知');
  expect(page).toMatch(/<ins>.*&lt;.*<\/ins>/);
  expect(page).not.toMatch(/<script|<b>|https?:|src=/);
  writeFileSync(file, '<!doctype html>\n<p>别的</p>');
  expect(() => writeReport(file, [report], new Date())).toThrow(/is there already, and no report of this command/);
  rmSync(folder, { recursive: true });
});
