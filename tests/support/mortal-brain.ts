import { AsyncLocalStorage } from 'node:async_hooks';
import { createBrain } from '../../lib/brain/create-brain';
import { serveBrain, tellFace } from '../../lib/brain/serve-brain';
import type { BrainClient } from '../../lib/bus/brain-client';
import type { WirePort } from '../../lib/protocol/brain-envelope';
import { openGuardedStore } from '../../lib/store/guarded-store';

/**
 * One run of the brain's process, which can be killed at any of its steps: each message, each
 * request to the database, each commit, each slice of idle work. What dies takes its unfinished
 * transactions with it and says nothing to anyone, as a process does.
 */
export class Life {
  steps = 0;
  isOver = false;
  readonly #dieAt: number;
  readonly #onEnd: () => void;
  readonly #databases = new Set<IDBDatabase>();
  readonly #open = new Set<IDBTransaction>();

  constructor(dieAt: number, onEnd: () => void) {
    this.#dieAt = dieAt;
    this.#onEnd = onEnd;
  }

  /** False when the process has ended, at this step or before it. */
  step(): boolean {
    if (this.isOver) return false;
    if (++this.steps < this.#dieAt) return true;
    this.end();
    this.#onEnd();
    return false;
  }

  /** Ends it without counting as a kill. */
  end(): void {
    this.isOver = true;
    for (const transaction of this.#open) {
      try {
        transaction.abort();
      } catch {
        // It was committing: then it is whole.
      }
    }
    for (const database of this.#databases) database.close();
  }

  owns(database: IDBDatabase): void {
    this.#databases.add(database);
    if (this.isOver) database.close();
  }

  begins(transaction: IDBTransaction): void {
    this.#open.add(transaction);
    transaction.addEventListener('complete', () => {
      this.#open.delete(transaction);
      this.step();
    });
  }
}

const owners = new WeakMap<IDBDatabase, Life>();
/** Whose code is running: Dexie opens its database some promises after it was asked to. */
const running = new AsyncLocalStorage<Life>();

/** Makes every database that a life opens count its steps. Once, before any database is opened. */
export function watchDatabases(): void {
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (this: IDBFactory, name: string, version?: number) {
    const life = running.getStore();
    if (life?.isOver) throw new DOMException('The process has ended', 'InvalidStateError');
    const request = version === undefined ? open.call(this, name) : open.call(this, name, version);
    const adopt = () => {
      if (life === undefined) return;
      owners.set(request.result, life);
      life.owns(request.result);
    };
    request.addEventListener('upgradeneeded', adopt);
    request.addEventListener('success', adopt);
    return request;
  };
  const begin = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function (
    this: IDBDatabase,
    ...given: Parameters<typeof begin>
  ) {
    const transaction = begin.apply(this, given);
    owners.get(this)?.begins(transaction);
    return transaction;
  };
  const asks = ['get', 'getAll', 'getAllKeys', 'openCursor', 'put', 'add', 'delete'] as const;
  for (const name of asks) {
    const ask = IDBObjectStore.prototype[name] as (...given: unknown[]) => unknown;
    const counted = function (this: IDBObjectStore, ...given: unknown[]) {
      if (owners.get(this.transaction.db)?.step() === false) {
        throw new DOMException('The process has ended', 'InvalidStateError');
      }
      return ask.apply(this, given);
    };
    Object.defineProperty(IDBObjectStore.prototype, name, { value: counted });
  }
}

/** Starts a brain over the database and connects the face to it. */
export function startBrain(options: {
  readonly life: Life;
  readonly database: string;
  readonly face: BrainClient;
  readonly readSample: (sample: string) => Promise<string>;
}): WirePort {
  const { life, database, face, readSample } = options;
  const [near, far] = wire(life);
  const brain = running.run(life, async () =>
    createBrain({
      ...(await openGuardedStore(() => {}, database)),
      readSample,
      now: Date.now,
      // Rarely idle: what the ranking learns meanwhile is not what is looked at here.
      whenIdle: (work) => setTimeout(() => life.step() && work(), 50),
      tellFaces: (news) => tellFace(far, news),
    }),
  );
  // Dying while it starts is no failure of the test.
  brain.catch(() => {});
  serveBrain(far, brain);
  face.takePort(near);
  return near;
}

/** Two ends of a connection; each message is a step of the brain's life. */
function wire(life: Life): [WirePort, WirePort] {
  const listeners: ((message: unknown) => void)[] = [() => {}, () => {}];
  const end = (own: 0 | 1, other: 0 | 1): WirePort => ({
    post: (message) => {
      const copy: unknown = structuredClone(message);
      setImmediate(() => life.step() && listeners[other]?.(copy));
    },
    listen: (listener) => {
      listeners[own] = listener;
    },
  });
  return [end(0, 1), end(1, 0)];
}
