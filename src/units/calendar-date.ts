/** A day of the calendar, wherever on earth. */
export interface CalendarDate {
  readonly year: number;
  /** 1 is January. */
  readonly month: number;
  readonly day: number;
}

/** Reads `YYYY-MM-DD`; undefined when the text is no such day, 30 February included. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  // The year is compared too because Date.UTC takes the years 0 to 99 for the twentieth century.
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? { year, month, day } : undefined;
}

/** The date as `YYYY-MM-DD`. */
export function formatCalendarDate(date: CalendarDate): string {
  const digits = (value: number, count: number) => String(value).padStart(count, '0');
  return `${digits(date.year, 4)}-${digits(date.month, 2)}-${digits(date.day, 2)}`;
}
