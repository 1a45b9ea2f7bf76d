/**
 * Gives the calendar day of a moment in China, as midnight UTC. The database gives days in the same
 * form.
 */
export function calendarDay(moment: Date): Date {
  return new Date(`${chinaDay.format(moment)}T00:00:00Z`);
}

/** `2026-11-22` */
const chinaDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
