import { siteSettings } from '@/lib/env';
import { openApiDocument } from '@/lib/export/open-api';

/** What `/api/v1` offers, for programs that read OpenAPI. */
export const GET = (): Response => Response.json(openApiDocument(siteSettings()));
