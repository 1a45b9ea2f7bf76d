import { siteSettings } from '@/lib/settings/env';
import { openApiDocument } from '@/lib/export/data/open-api';

/** The OpenAPI document of `/api/v1`. */
export const GET = (): Response => Response.json(openApiDocument(siteSettings()));
