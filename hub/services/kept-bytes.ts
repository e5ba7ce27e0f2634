/** What an entry costs beside its bytes and the letters of its name. */
const costOfEntry = 300;

export type KeptBytes = {
  /** The bytes of this name: kept, on their way, or made now. */
  get(name: string, make: () => Promise<Uint8Array>): Promise<Buffer>;
  /** All that is held now, with what holding it costs. */
  readonly size: number;
};

/** Keeps what never changes in memory, up to a size; beyond, what was asked for longest ago goes. */
export function makeKeptBytes(mostBytes: number): KeptBytes {
  // In the order of the last use.
  const kept = new Map<string, Buffer>();
  const making = new Map<string, Promise<Buffer>>();
  let size = 0;
  const costOf = (name: string, bytes: Buffer) => bytes.byteLength + 2 * name.length + costOfEntry;

  function keep(name: string, bytes: Buffer): void {
    const cost = costOf(name, bytes);
    if (cost > mostBytes) return;
    kept.set(name, bytes);
    size += cost;
    for (const [oldest, some] of kept) {
      if (size <= mostBytes) return;
      kept.delete(oldest);
      size -= costOf(oldest, some);
    }
  }

  return {
    async get(name, make) {
      const bytes = kept.get(name);
      if (bytes !== undefined) {
        kept.delete(name);
        kept.set(name, bytes);
        return bytes;
      }
      const begun = making.get(name);
      if (begun !== undefined) return begun;
      const made = make()
        .then((given) => {
          const own = copied(given);
          keep(name, own);
          return own;
        })
        .finally(() => making.delete(name));
      making.set(name, made);
      return made;
    },
    get size() {
      return size;
    },
  };
}

/** Drivers give a view into a larger piece of memory, which would be kept with it. */
function copied(given: Uint8Array): Buffer {
  const own = Buffer.allocUnsafeSlow(given.byteLength);
  own.set(given);
  return own;
}
