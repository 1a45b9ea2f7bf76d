import { defineConfig } from 'prisma/config';

// Only for Prisma's own commands (`prisma generate`, `prisma migrate status`). The portal migrates
// with lib/db/migrate.ts.
export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
