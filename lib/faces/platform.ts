/** What the person's keyboard and browser are like; decides key bindings and how they are written. */
export type Platform = 'mac' | 'windows' | 'linux';

/** From `navigator.userAgent`, which every browser has; ChromeOS counts as Linux. */
export function platformOf(userAgent: string): Platform {
  if (/Mac|iPhone|iPad/.test(userAgent)) return 'mac';
  return /Windows/.test(userAgent) ? 'windows' : 'linux';
}
