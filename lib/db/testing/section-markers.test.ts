import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '@/lib/db/migrate';
import { pathWords } from '@/lib/text/section-names';
import { createEmptyTestDatabase, type TestDatabase } from './database';

const MIGRATIONS = path.resolve('prisma', 'migrations');
const MIGRATION = '20261129000000_section_markers';

let database: TestDatabase;
let before: string;
beforeAll(async () => {
  database = await createEmptyTestDatabase();
  before = mkdtempSync(path.join(tmpdir(), 'gongbao-migrations-'));
  for (const name of readdirSync(MIGRATIONS).filter((each) => each < MIGRATION))
    cpSync(path.join(MIGRATIONS, name), path.join(before, name), { recursive: true });
});
afterAll(async () => {
  rmSync(before, { recursive: true });
  await database.drop();
});

test('rows that were stored with marker and heading in one can be read until their files are', async () => {
  const { prisma, url } = database;
  await migrate(url, before);
  await prisma.$executeRaw`INSERT INTO "Municipality" ("slug", "name") VALUES ('shili', '示例市')`;
  await prisma.$executeRaw`
    INSERT INTO "SourceFile" ("name", "hash", "size", "parserVersion") VALUES ('1.txt', ${'a'.repeat(64)}, 1, '5.10')`;
  await prisma.$executeRaw`
    INSERT INTO "Document" ("municipalityId", "sourceFileId", "position", "slug", "title", "matchTitle", "titleKey", "orderedOn", "length", "tree", "treeVersion")
    VALUES (1, 1, 1, 'a', '甲', '甲', '甲', '2023-03-01', 1, '{}', 3)`;
  const part = { address: 'a', heading: '示例市种树办法' };
  const chapter = { address: 'a-z1', heading: '第一章 总则' };
  for (const [index, [heading, steps]] of [
    ['示例市种树办法', []] as const,
    ['第一条 多种树', [part, chapter]] as const,
  ].entries())
    await prisma.$executeRaw`
      INSERT INTO "Section" ("documentId", "address", "position", "orderedOn", "kind", "partKind", "heading", "path", "text", "matchText")
      VALUES (1, ${`s${index}`}, ${index + 1}, '2023-03-01', 'section', 'annexed', ${heading}, ${JSON.stringify(steps)}::jsonb, '', '')`;
  await migrate(url, MIGRATIONS);
  const sections = await prisma.section.findMany({
    select: { kind: true, marker: true, heading: true, partKind: true, path: true },
    orderBy: { position: 'asc' },
  });
  expect(sections).toMatchObject([
    { marker: '', heading: '示例市种树办法', path: [] },
    {
      marker: '',
      heading: '第一条 多种树',
      path: [
        { ...part, kind: 'part', marker: '' },
        { ...chapter, kind: 'section', marker: '' },
      ],
    },
  ]);
  const [, article] = sections as unknown as Parameters<typeof pathWords>[0][];
  expect(pathWords(article!)).toBe('示例市种树办法 › 第一章 总则 › 第一条 多种树');
});
