/** Two 32-bit hashes of one text, which together make a fingerprint of 64 bits. */
export type Fingerprint = { low: number; high: number };

/**
 * Writes the fingerprint of a text over `into` (FNV-1a and a second, unlike lane; both mixed as in
 * MurmurHash3). Of three million texts, two have the same one with a likelihood of one in four million.
 */
export function fingerprint(text: string, into: Fingerprint): void {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul((high ^ code) + (high << 7), 0x5bd1e995);
  }
  into.low = mixed(low ^ text.length);
  into.high = mixed(high);
}

function mixed(hash: number): number {
  let mix = hash ^ (hash >>> 16);
  mix = Math.imul(mix, 0x85ebca6b);
  mix ^= mix >>> 13;
  mix = Math.imul(mix, 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
