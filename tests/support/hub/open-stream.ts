import type { BasePoke } from '../../../lib/protocol/hub-sync';

type Told = BasePoke & {
  readonly recipes?: string;
  readonly gaps?: string;
  readonly review?: string;
};

export type OpenStream = {
  readonly pokes: readonly Told[];
  readonly isOver: () => boolean;
  close(): void;
};

/** A device's stream; settles when it is open. */
export async function openStream(origin: string, token: string): Promise<OpenStream> {
  const pokes: Told[] = [];
  const closing = new AbortController();
  let isOver = false;
  const { status, body } = await fetch(`${origin}/v1/stream`, {
    headers: { authorization: `Bearer ${token}` },
    signal: closing.signal,
  });
  if (status !== 200 || body === null) throw new Error(`The stream was answered with ${status}`);
  const read = async () => {
    let rest = '';
    const reader = body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { value: some, done } = await reader.read();
      if (done) return;
      const messages = `${rest}${some}`.split('\n\n');
      rest = messages.pop() ?? '';
      for (const message of messages) {
        if (message.startsWith('data: ')) pokes.push(JSON.parse(message.slice(6)));
      }
    }
  };
  void read()
    .catch(() => {})
    .finally(() => {
      isOver = true;
    });
  return { pokes, isOver: () => isOver, close: () => closing.abort() };
}
