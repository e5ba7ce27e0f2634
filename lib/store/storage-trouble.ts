/** Error names by which browsers say that there is no room. */
const fullNames = new Set(['QuotaExceededError', 'NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR']);
/** And that there is no database for this page at all, as in private windows. */
const absentNames = new Set(['MissingAPIError', 'SecurityError', 'InvalidStateError']);

export const isFull = (error: unknown) => hasName(error, fullNames);
export const isAbsent = (error: unknown) => hasName(error, absentNames);

/** Dexie wraps what the browser threw in an AbortError or an OpenFailedError of its own. */
function hasName(error: unknown, names: ReadonlySet<string>): boolean {
  let cause: unknown = error;
  for (let depth = 0; depth < 5 && typeof cause === 'object' && cause !== null; depth++) {
    if ('name' in cause && names.has(String(cause.name))) return true;
    cause = 'inner' in cause ? cause.inner : undefined;
  }
  return false;
}
