import type { ConsoleLink } from '../../../../lib/faces/console-link';
import type {
  FromConsole,
  InsertOutcome,
  InsertRequest,
  ToConsole,
} from '../../../../lib/protocol/console-messages';

/** A console link without a page: keeps what it is sent and says what it is told. */
export class FakeConsole implements ConsoleLink {
  readonly sent: ToConsole[] = [];
  readonly #listeners = new Set<(message: FromConsole) => void>();

  send(message: ToConsole): void {
    this.sent.push(message);
  }

  onMessage(listener: (message: FromConsole) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  say(message: FromConsole): void {
    for (const listener of this.#listeners) listener(message);
  }

  inserts(): InsertRequest[] {
    return this.sent.filter((message) => message.type === 'insert.request');
  }

  /** Answers the latest request. */
  settle(result: InsertOutcome = { outcome: 'inserted', step: 'exec' }): void {
    const requestId = this.inserts().at(-1)?.requestId;
    if (requestId === undefined) throw new Error('Nothing was to be inserted');
    this.say({ type: 'insert.done', requestId, result });
  }
}
