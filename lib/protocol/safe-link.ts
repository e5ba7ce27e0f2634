const allowed: readonly string[] = ['https:', 'http:', 'mailto:', 'tel:'];

/** The address when it is one that an answer may link to; undefined for any other scheme. */
export function safeLink(address: string): string | undefined {
  try {
    return allowed.includes(new URL(address).protocol) ? address : undefined;
  } catch {
    return undefined;
  }
}
