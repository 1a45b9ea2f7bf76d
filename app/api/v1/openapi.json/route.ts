import { siteSettings } from '@/lib/settings/env';
import { openApiDocument } from '@/lib/export/data/open-api';

/** What `/api/v1` offers, for programs that read OpenAPI. */
export const GET = (): Response => Response.json(openApiDocument(siteSettings()));
