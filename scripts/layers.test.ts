import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import tseslint from 'typescript-eslint';

// Layers are rules about text, so the type-aware rest of the configuration can stay out: it
// would need the files to exist.
const linter = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] });

async function reportsOf(file: string, code: string): Promise<string[]> {
  const [result] = await linter.lintText(code, { filePath: file });
  const fatal = result?.messages.find((message) => message.fatal);
  if (fatal) throw new Error(fatal.message);
  return (result?.messages ?? [])
    .filter(({ ruleId }) => ruleId?.endsWith('no-restricted-imports'))
    .map(({ message }) => message);
}

test.each([
  ['lib/gazette/lines.ts', "import { readFile } from 'node:fs'"],
  ['lib/gazette/lines.ts', "import { urls } from '@/lib/addresses/urls'"],
  ['lib/gazette/lines/read-lines.ts', "import { search } from '../../search/query'"],
  ['lib/gazette/lines.ts', "import React from 'react'"],
  ['lib/gazette/tables/grid.ts', "import { PrismaClient } from '@prisma/client'"],
  ['lib/search/query.ts', "import { getClient } from '@/lib/db/client'"],
  ['lib/search/query.ts', "import { readFile } from 'node:fs'"],
  ['lib/export/files/plain/csv.ts', "import { getIssue } from '@/lib/db/queries/issues'"],
  ['lib/corrections/read.ts', "import { readFile } from 'node:fs'"],
  ['lib/manifest/read-manifest.ts', "import { readFile } from 'node:fs'"],
  ['lib/addresses/urls.ts', "import { getClient } from '@/lib/db/client'"],
  ['lib/gateway/gateway.ts', "import { readRevision } from '@/lib/db/revision'"],
  ['lib/caching/policies.ts', "import { getClient } from '@/lib/db/client'"],
  ['lib/logging/log.ts', "import { getClient } from '@/lib/db/client'"],
  ['lib/metrics/portal-figures.ts', "import { countHeld } from '@/lib/db/portal-facts'"],
  ['lib/views/crumb.ts', "import { Table } from '@/components/gazette/table'"],
  ['lib/db/ingest.ts', "import { Table } from '@/components/gazette/table'"],
  ['lib/db/queries/issues.ts', "import { getClient } from '../client'"],
  ['lib/db/queries/rows.ts', "import type { CitationsData } from '@/lib/export/data/citation-data'"],
  ['components/gazette/table.tsx', "import { getIssue } from '@/lib/db/queries/issues'"],
  ['components/gazette/table.tsx', "import { PrismaClient } from '@prisma/client'"],
  ['components/gazette/table.tsx', "import type { PrismaClient } from '@prisma/client'"],
  ['components/gazette/table.tsx', "import Home from '@/app/page'"],
  ['app/page.tsx', "import { PrismaClient } from '@prisma/client'"],
  ['app/page.tsx', "import { getClient } from '@/lib/db/client'"],
  ['app/page.tsx', "import { Prisma } from '@/lib/db/generated/client'"],
  ['app/page.tsx', "import { withDatabase } from '@/scripts/database'"],
  ['app/issues/page.tsx', "import { Layout } from '../layout'"],
  ['scripts/bench.ts', "import Home from '@/app/page'"],
])('%s may not: %s', async (file, code) => {
  expect(await reportsOf(file, code)).toHaveLength(1);
});

test.each([
  ['lib/gazette/lines.ts', "import { fold } from './chars'"],
  ['lib/gazette/tables/grid.ts', "import type * as ast from '../ast'"],
  ['lib/gazette/lines.test.ts', "import { expect } from 'vitest'; import { readFileSync } from 'node:fs'"],
  ['lib/search/query.ts', "import { fold } from '@/lib/gazette'"],
  [
    'lib/db/ingest.ts',
    "import { readFile } from 'node:fs'; import { parseGazette } from '@/lib/gazette'; import { Client } from 'pg'",
  ],
  [
    'lib/db/queries/issues.ts',
    "import 'server-only'; import { cache } from 'react'; import { getClient } from '@/lib/db/client'",
  ],
  [
    'components/gazette/table.tsx',
    "import type { IssueRow } from '@/lib/db/queries/issues'; import { issueUrl } from '@/lib/addresses/urls'; import Link from 'next/link'",
  ],
  [
    'app/page.tsx',
    "import { getIssue } from '@/lib/db/queries/issues'; import { Table } from '@/components/gazette/table'",
  ],
  [
    'lib/gateway/gateway.ts',
    "import type { Revision } from '@/lib/db/revision'; import { createServer } from 'node:http'",
  ],
  ['lib/metrics/portal-figures.ts', "import type { HeldFacts } from '@/lib/db/portal-facts'"],
  ['scripts/ingest.ts', "import { createClient } from '@/lib/db/client'; import { withDatabase } from './database'"],
])('%s may: %s', async (file, code) => {
  expect(await reportsOf(file, code)).toEqual([]);
});
