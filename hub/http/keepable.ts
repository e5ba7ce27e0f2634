import { Refusal } from '../services/refusal.ts';

/** No message of ours is deeper; a walk that calls itself would overflow on what JSON.parse takes. */
const mostLevels = 32;

/**
 * Throws where a text holds NUL, which no PostgreSQL keeps, or half a letter, which UTF-8 does not
 * have: it would be another text when it comes back.
 */
export function demandKeepable(given: unknown): void {
  let level: unknown[] = [given];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostLevels) throw new Refusal(400, 'This is nested too deeply');
    level = level.flatMap((value) => {
      if (typeof value === 'string') demandText(value);
      if (typeof value !== 'object' || value === null) return [];
      if (Array.isArray(value)) return value;
      for (const key of Object.keys(value)) demandText(key);
      return Object.values(value);
    });
  }
}

function demandText(text: string): void {
  if (text.includes('\0') || /\p{Surrogate}/u.test(text)) {
    throw new Refusal(400, 'A text holds a character that cannot be kept: NUL or half a letter');
  }
}
