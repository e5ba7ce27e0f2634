import Dexie from 'dexie';
import { makeDatabase } from './database';
import { type DexieStore, openDexieStore } from './dexie-store';
import type { Store } from './store';

/** Where a copy waits while the database is made anew. */
export const rescuedName = (name: string) => `${name}-rescued`;
/** The last row that a copy gets: one without it was never finished. */
const whole = 'rescue-is-whole';

/**
 * Makes the database of this name anew with all that `from` holds. Until that is done the copy
 * beside it is whole, so that it may end at any step: the next opening finishes it.
 */
export async function rescue(
  name: string,
  from: Store,
  open: () => Promise<DexieStore>,
): Promise<DexieStore> {
  await writeCopy(rescuedName(name), from);
  // It may open by now, as after a fault that passed: then nothing of it is thrown away.
  let fresh = await open().catch(() => undefined);
  if (fresh === undefined) {
    await Dexie.delete(name);
    fresh = await open();
  }
  try {
    await finishRescue(name, fresh);
    return fresh;
  } catch (error) {
    fresh.close();
    throw error;
  }
}

/** Whether a repair that was cut short has put something aside. */
export const hasRescued = (name: string): Promise<boolean> => Dexie.exists(rescuedName(name));

/**
 * Takes in what a repair that was cut short had put aside; doing it twice changes nothing.
 * @param looking for it, where that was begun already
 */
export async function finishRescue(
  name: string,
  into: Store,
  looking = hasRescued(name),
): Promise<void> {
  const copyName = rescuedName(name);
  if (!(await looking)) return;
  const copy = makeDatabase(copyName);
  const isWhole = (await copy.settings.get(whole)) !== undefined;
  copy.close();
  if (isWhole) {
    const store = await openDexieStore(copyName);
    try {
      await copyStore(store, into);
    } finally {
      store.close();
    }
  }
  await Dexie.delete(copyName);
}

async function writeCopy(copyName: string, from: Store): Promise<void> {
  await Dexie.delete(copyName);
  const store = await openDexieStore(copyName);
  try {
    await copyStore(from, store);
  } finally {
    store.close();
  }
  const copy = makeDatabase(copyName);
  await copy.settings.put({ name: whole, value: true });
  copy.close();
}

/** Gives a store all that another holds; doing it twice changes nothing. */
async function copyStore(from: Store, into: Store): Promise<void> {
  const held = new Set((await into.readBases()).map(({ id }) => id));
  for (const base of await from.readBases()) {
    // The stand-in fetched these anew; what is there may have been edited.
    if (base.smallTalk && held.has(base.id)) continue;
    await into.replaceBase(base, await from.readEntries(base.id));
  }
  await into.writeSettings(await from.readSettings());
  const { membership, bases, drafts } = await from.readTeam();
  await into.changeTeam({
    ...(membership === undefined ? {} : { membership }),
    // Without a mark of how far it came, the copy is fetched anew and is whole.
    bases: bases.map((base) => ({ ...base, cursor: null })),
    putDrafts: drafts,
  });
  await into.keepEvents(await from.readEvents(0, Number.MAX_SAFE_INTEGER));
}
