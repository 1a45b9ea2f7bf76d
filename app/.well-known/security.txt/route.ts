import { respondWithText, TEXT } from '@/lib/export/site/text-response';
import { printSecurityText } from '@/lib/export/site/security-text';
import { readEnvironment } from '@/lib/settings/env';
import { calendarDay } from '@/lib/settings/today';

// Its settings are those of the running portal.
export const dynamic = 'force-dynamic';

/** Whom to tell of a weakness; 404 where the settings name nobody. */
export function GET(): Promise<Response> {
  const { securityContact, siteUrl } = readEnvironment();
  return respondWithText(TEXT, () =>
    Promise.resolve(securityContact ? printSecurityText(securityContact, siteUrl, calendarDay(new Date())) : null),
  );
}
