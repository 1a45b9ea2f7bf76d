import { execFileSync } from 'node:child_process';
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rewriteBackup } from '@/lib/db/backup/testing/rewrite-backup';
import type { BackupManifest } from '@/lib/db/backup/manifest';
import { LARGEST_ENTRY, PIECE_BYTES, pieceName, type ArchiveEntry } from './entries';
import { readBackup } from './read-backup';
import { writeArchive } from './write-archive';

const folder = mkdtempSync(path.join(tmpdir(), 'gongbao-archive-'));
const whole = path.join(folder, 'whole.tar.gz');
const at = (name: string) => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

const row = (id: number): string => `${id}\t第${id}行：${String(id * 7919).repeat(3)}\n`;
const rows = Array.from({ length: 1000 }, (_, id) => row(id));
const manifest: BackupManifest = {
  format: 'gongbao backup',
  formatVersion: 1,
  gongbao: '9.9.9',
  storedVersion: '1.1.1',
  createdAt: '2026-11-30T00:00:00.000Z',
  server: '18.4',
  migrations: [{ name: '20261121000000_shelf', checksum: 'a'.repeat(64) }],
  state: { identity: '6f3a0cc8-9c3e-4f0e-8d37-0e8d6c1b2a3f', revision: '12' },
  sequences: { A_id_seq: '1000' },
  tables: [
    { name: 'A', columns: ['id', 'said'], rows: '1000' },
    { name: '空', columns: ['id'], rows: '0' },
    { name: 'B', columns: ['id', 'said'], rows: '1' },
  ],
};
const half = Buffer.from(rows.join('')).length / 2;
async function* entries(): AsyncGenerator<ArchiveEntry, void, void> {
  await Promise.resolve();
  const bytes = Buffer.from(rows.join(''));
  yield { name: 'manifest.json', bytes: Buffer.from(JSON.stringify(manifest)) };
  // Cut in the middle of a character.
  yield { name: pieceName('A', 1), bytes: bytes.subarray(0, half) };
  yield { name: pieceName('A', 2), bytes: bytes.subarray(half) };
  yield { name: pieceName('B', 1), bytes: Buffer.from(row(1)) };
}
beforeAll(async () => writeArchive(createWriteStream(whole), entries()));

test('gives the rows of all tables as they were, and says what they are', async () => {
  const read: Record<string, string> = {};
  const found = await readBackup(whole, {
    table: async ({ name }, pieces) => {
      const chunks: Buffer[] = [];
      for await (const piece of pieces) chunks.push(piece);
      read[name] = Buffer.concat(chunks).toString('utf8');
    },
  });
  expect(found).toEqual(manifest);
  expect(read).toEqual({ A: rows.join(''), 空: '', B: row(1) });
});

test('is a file that tar opens', () => {
  const list = execFileSync('tar', ['tzvf', whole], { encoding: 'utf8' });
  expect(list).toMatch(/-rw-{7} .* gongbao-backup\/manifest\.json\n[\s\S]*gongbao-backup\/end\.json\n$/);
  const text = execFileSync('tar', [
    'xzOf',
    whole,
    'gongbao-backup/tables/A.000001.copy',
    'gongbao-backup/tables/A.000002.copy',
  ]);
  expect(text.toString('utf8')).toBe(rows.join(''));
});

const refusal = async (name: string, content: Buffer | Uint8Array): Promise<string> => {
  writeFileSync(at(name), content);
  return readBackup(at(name)).then(
    () => 'read',
    (error: unknown) => (error as Error).message.replace(at(name), 'FILE'),
  );
};

describe('refuses', () => {
  test('a file that was cut off, wherever', async () => {
    const bytes = readFileSync(whole);
    const places = [...Array(60).keys()].map((place) => Math.floor((bytes.length * place) / 60));
    for (const end of new Set([
      1,
      2,
      9,
      10,
      18,
      19,
      ...places.slice(1),
      bytes.length - 9,
      bytes.length - 8,
      bytes.length - 1,
    ]))
      expect([end, await refusal('cut.tar.gz', bytes.subarray(0, end))]).toEqual([
        end,
        'FILE is damaged: it ends in the middle. Take another backup; nothing was changed.',
      ]);
  });

  test('a tar that was cut off and compressed again, wherever', async () => {
    const bytes = gunzipSync(readFileSync(whole));
    const blocks = bytes.length / 512;
    for (let end = 1; end < blocks; end += Math.max(1, Math.floor(blocks / 60)))
      expect([end, await refusal('cut.tar.gz', gzipSync(bytes.subarray(0, end * 512)))]).toEqual([
        end,
        expect.stringMatching(/^FILE is damaged: .*nothing was changed\.$/) as string,
      ]);
    // Even the end of the archive itself.
    expect(await refusal('cut.tar.gz', gzipSync(bytes.subarray(0, -1024)))).toContain('FILE is damaged');
  });

  test('a file of which one byte is another, wherever', async () => {
    const bytes = readFileSync(whole);
    for (let place = 0; place < bytes.length; place += place < 40 || place > bytes.length - 40 ? 1 : 997) {
      // Time, speed and system of the compression are not part of what is held.
      if (place >= 4 && place <= 9) continue;
      const changed = Buffer.from(bytes);
      changed[place]! ^= 0x10;
      const message = await refusal('flipped.tar.gz', changed);
      // Some bits fill a byte up.
      if (message === 'read') expect([place, gunzipSync(changed)]).toEqual([place, gunzipSync(bytes)]);
      else expect([place, message]).toEqual([place, expect.stringMatching(/^FILE is (?:damaged|no backup)/)]);
    }
  });

  test('a tar of which one byte is another, compressed again', async () => {
    const bytes = gunzipSync(readFileSync(whole));
    for (let place = 0; place < bytes.length; place += 499) {
      const changed = Buffer.from(bytes);
      changed[place]! ^= 0x01;
      // What fills a block up behind an entry is nobody's.
      const message = await refusal('flipped.tar.gz', gzipSync(changed, { level: 1 }));
      if (message !== 'read')
        expect([place, message]).toEqual([place, expect.stringMatching(/^FILE is (?:damaged|no backup)/)]);
      else expect([place, bytes[place]]).toEqual([place, 0]);
    }
  });

  test('what stands behind the end', async () => {
    const bytes = readFileSync(whole);
    for (const more of [Buffer.from([0]), Buffer.from('more'), gzipSync(Buffer.from('more')), bytes])
      expect(await refusal('more.tar.gz', Buffer.concat([bytes, more]))).toMatch(/^FILE is damaged: /);
  });

  test('what is something else', async () => {
    const other = await packTar([{ header: { name: 'gongbao-backup/notes.txt', size: 5 }, body: 'notes' }]);
    const link = await packTar([
      { header: { name: 'gongbao-backup/manifest.json', size: 0, type: 'symlink', linkname: '/etc/passwd' } },
    ]);
    const outside = await packTar([{ header: { name: '../manifest.json', size: 2 }, body: '{}' }]);
    for (const content of [other, link, outside]) {
      expect(await refusal('other.tar.gz', gzipSync(content))).toMatch(/^FILE is no backup of gongbao\./);
      expect(await refusal('other.tar', content)).toMatch(/^FILE is no backup of gongbao\./);
    }
    const claims = await packTar([{ header: { name: 'gongbao-backup/manifest.json', size: 2 }, body: '[]' }]);
    expect(await refusal('claims.tar.gz', gzipSync(claims))).toMatch(/^FILE is no backup of gongbao\./);
    expect(await refusal('text.tar.gz', gzipSync('text'))).toMatch(/^FILE is /);
    expect(await refusal('text', Buffer.from('a text'))).toMatch(/^FILE is no backup of gongbao\./);
    expect(await refusal('zeros', gzipSync(Buffer.alloc(100_000)))).toMatch(/^FILE is /);
    expect(await refusal('empty', Buffer.alloc(0))).toMatch(/^FILE is damaged: it is empty\./);
    mkdirSync(at('folder'), { recursive: true });
    await expect(readBackup(at('folder'))).rejects.toThrow(/folder is no file\. Name a file/);
    await expect(readBackup(at('missing'))).rejects.toThrow(/missing cannot be read: ENOENT/);
    await expect(readBackup('/dev/null')).rejects.toThrow(/is no file/);
  });

  test('an entry of any size without reading it into memory', async () => {
    const bomb = await packTar([
      {
        header: { name: 'gongbao-backup/manifest.json', size: LARGEST_ENTRY + 1 },
        body: Buffer.alloc(LARGEST_ENTRY + 1),
      },
    ]);
    expect(await refusal('bomb.tar.gz', gzipSync(bomb))).toMatch(/^FILE is no backup of gongbao\./);
  });

  const changed = async (change: (name: string, text: string) => string | null): Promise<string> => {
    const file = await rewriteBackup(whole, change);
    const message = await readBackup(file).then(
      () => 'read',
      (error: unknown) => (error as Error).message.replace(file, 'FILE'),
    );
    rmSync(file);
    return message;
  };
  const withManifest = (more: object) =>
    changed((name, text) => (name === 'manifest.json' ? JSON.stringify({ ...manifest, ...more }) : text));

  test('parts that are missing, too many or of a newer format, though their checksum fits', async () => {
    expect(await changed((_, text) => text.replaceAll(/^3\t.*\n/gm, ''))).toBe(
      'FILE is damaged: it has 999 rows of A, and should have 1000. Take another backup; nothing was changed.',
    );
    expect(await changed((name, text) => (name === pieceName('B', 1) ? null : text))).toContain('0 rows of B');
    expect(await changed((name, text) => (name === pieceName('A', 1) ? null : text))).toContain('rows of A');
    expect(await withManifest({ tables: manifest.tables.slice(0, 2) })).toContain('end.json is missing');
    expect(await withManifest({ formatVersion: 2, news: true })).toBe(
      'FILE was made by a newer gongbao (9.9.9). Restore it with that release, or a newer one.',
    );
    expect(await withManifest({ formatVersion: 0 })).toMatch(/^FILE is no backup/);
    expect(await withManifest({ tables: [{ name: 'A', columns: [], rows: '1' }] })).toContain(
      'its manifest.json is not',
    );
  });
});

test('pieces have a size that keeps the memory small', () => {
  expect(PIECE_BYTES).toBeLessThan(LARGEST_ENTRY);
});
