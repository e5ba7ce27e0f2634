import * as v from 'valibot';
import { sha256 } from '../base/sha256';
import { firstChain, nextChain } from '../protocol/hub-ops';
import {
  type Cursor,
  type Head,
  pageSchema,
  pageSize,
  snapshotPartSchema,
} from '../protocol/hub-sync';
import type { HubLink } from './hub-link';

/** What came is not what the hub said it would be: nothing of it may be used. */
export class BadCopy extends Error {}
/** More than this machine takes in. */
class TooLarge extends BadCopy {}
/** The copy and the hub have different histories: it must be made anew. */
class Diverged extends Error {}

export type Pulled = {
  /** The operations make the base from nothing, rather than follow what is held. */
  readonly isWhole: boolean;
  readonly ops: readonly string[];
  readonly cursor: Cursor;
};

type Source = { readonly link: HubLink; readonly hub: string; readonly readKey: string };

/** Letters of one pull: a base of 300,000 entries. More would cost this machine its memory. */
const usualMost = 200_000_000;
/** What an operation costs beside its letters. */
const lettersPerOp = 100;

/** Counts what comes; throws when a hub does not stop sending. */
function makeBudget(mostLetters: number) {
  let letters = 0;
  return (ops: readonly string[]) => {
    for (const op of ops) letters += op.length + lettersPerOp;
    if (letters > mostLetters) throw new TooLarge('The base is too large');
  };
}

/**
 * All that is needed to come from a cursor to the head, in one piece: pages end where they are full,
 * in the middle of a revision too, and half a revision is never shown. Every operation is checked
 * against the chain; a copy that does not lie on the hub's history is replaced as a whole, and so
 * is one that is behind by more than may be taken in: what stands now may be far less.
 */
export async function pull(
  from: Source,
  cursor: Cursor | null,
  head: Head,
  mostLetters = usualMost,
): Promise<Pulled> {
  if (cursor !== null && mayFollow(cursor, head)) {
    try {
      const followed = await follow(from, cursor, head, makeBudget(mostLetters));
      return { isWhole: false, ...followed };
    } catch (error) {
      if (!(error instanceof Diverged || error instanceof TooLarge)) throw error;
    }
  }
  const count = makeBudget(mostLetters);
  const ops: string[] = [];
  let at: Cursor = { epoch: head.epoch, version: 0, chain: firstChain };
  if (head.snapshot !== null) {
    const { version, chain, parts } = head.snapshot;
    for await (const some of ahead(parts, (part) => readPart(from, head, part))) {
      count(some);
      // Not spread into one call: a hostile part has more than a call may have arguments.
      for (const op of some) ops.push(op);
    }
    at = { epoch: head.epoch, version, chain };
  }
  try {
    const rest = await follow(from, at, head, count);
    for (const op of rest.ops) ops.push(op);
    return { isWhole: true, ops, cursor: rest.cursor };
  } catch (error) {
    throw error instanceof Diverged ? new BadCopy(error.message) : error;
  }
}

/** One part is on its way while another is looked at; more would only fill the memory. */
const mostOnTheWay = 3;

/** What reading each gives, in their order. */
async function* ahead<Part, Read>(
  parts: readonly Part[],
  read: (part: Part) => Promise<Read>,
): AsyncGenerator<Read> {
  const coming: Promise<Read>[] = [];
  for (const part of parts) {
    const one = read(part);
    // Whoever waits for it hears of it; nobody may be left to, after another failed.
    one.catch(() => {});
    coming.push(one);
    if (coming.length === mostOnTheWay) yield await (coming.shift() as Promise<Read>);
  }
  for (const one of coming) yield await one;
}

const mayFollow = (cursor: Cursor, head: Head) =>
  cursor.epoch === head.epoch &&
  cursor.version >= head.floor &&
  (cursor.version < head.version ||
    (cursor.version === head.version && cursor.chain === head.chain));

async function follow(
  from: Source,
  start: Cursor,
  head: Head,
  count: (ops: readonly string[]) => void,
): Promise<Pick<Pulled, 'ops' | 'cursor'>> {
  const ops: string[] = [];
  let cursor = start;
  while (cursor.version < head.version) {
    const first = Math.floor(cursor.version / pageSize) * pageSize;
    const last = Math.min(first + pageSize, head.version);
    // The chain in the address: after a restored back-up no cache may answer with the old page.
    const path = `${head.epoch}/d/${first}-${last}?after=${cursor.chain.slice(0, 16)}`;
    const page = await read(from, path, pageSchema);
    count(page.ops);
    let chain = page.prevChain;
    for (const [at, op] of page.ops.entries()) {
      const version = first + at;
      if (version === cursor.version && chain !== cursor.chain) throw new Diverged(path);
      chain = await nextChain(chain, op);
      if (version >= cursor.version) ops.push(op);
    }
    if (first + page.ops.length !== last) throw new BadCopy(`${path} is not whole`);
    if (last === head.version && chain !== head.chain) throw new Diverged(path);
    cursor = { epoch: head.epoch, version: last, chain };
  }
  return { ops, cursor };
}

async function readPart(from: Source, head: Head, hash: string): Promise<string[]> {
  const check = async (text: string) => (await sha256(text)) === hash;
  return (await read(from, `${head.epoch}/s/${hash}`, snapshotPartSchema, check)).ops;
}

async function read<Schema extends v.GenericSchema>(
  { link, hub, readKey }: Source,
  path: string,
  schema: Schema,
  check: (text: string) => Promise<boolean> = async () => true,
): Promise<v.InferOutput<Schema>> {
  const { status, text } = await link.ask({ method: 'GET', url: `${hub}/v1/k/${readKey}/${path}` });
  if (status !== 200) throw new BadCopy(`${path} answered ${status}`);
  return parseAnswer(schema, text, await check(text));
}

/** What an answer says, if it is whole and ours. */
export function parseAnswer<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
  isSound = true,
): v.InferOutput<Schema> {
  try {
    if (isSound) return v.parse(schema, JSON.parse(text));
  } catch {
    // Half an answer, or another's.
  }
  throw new BadCopy('The answer is not the hub’s');
}
