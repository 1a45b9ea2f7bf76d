/**
 * Takes a moment; gives the calendar day that it is in China, as the database gives days: midnight
 * UTC.
 */
export function calendarDay(moment: Date): Date {
  return new Date(`${chinaDay.format(moment)}T00:00:00Z`);
}

/** `2026-11-22` */
const chinaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
