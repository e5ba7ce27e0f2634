const dayMs = 24 * 60 * 60 * 1000;

/** How long ago something changed, in the language's own words: "today", "2 days ago". */
export function ageText(thenMs: number, nowMs: number, language: string): string {
  const days = Math.max(0, Math.floor((nowMs - thenMs) / dayMs));
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (days < 30) return words.format(-days, 'day');
  if (days < 365) return words.format(-Math.floor(days / 30), 'month');
  return words.format(-Math.floor(days / 365), 'year');
}

/** As `ageText`, to the minute: "now", "5 minutes ago". */
export function agoText(thenMs: number, nowMs: number, language: string): string {
  const minutes = Math.max(0, Math.floor((nowMs - thenMs) / 60_000));
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (minutes < 1) return words.format(0, 'second');
  if (minutes < 60) return words.format(-minutes, 'minute');
  if (minutes < 24 * 60) return words.format(-Math.floor(minutes / 60), 'hour');
  return ageText(thenMs, nowMs, language);
}

/** A waiting time as `0:12`, `12:05` or `1:02:03`. */
export function waitText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const pad = (part: number) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = pad(seconds % 60);
  return hours > 0 ? `${hours}:${pad(minutes)}:${rest}` : `${minutes}:${rest}`;
}
