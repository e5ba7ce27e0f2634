/** 128 random bits as 32 hex digits: unguessable, so it also serves as a one-time secret. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
