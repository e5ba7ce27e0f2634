import { localDay } from '../base/local-day';
import type { Language } from '../domain/language';

/** A moment that is past: its time, and the day where that is another than today. */
export function sinceText(since: number, now: number, language: Language): string {
  const isToday = localDay(since) === localDay(now);
  const format: Intl.DateTimeFormatOptions = isToday
    ? { timeStyle: 'short' }
    : { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' };
  return new Intl.DateTimeFormat(language, format).format(since);
}
