import * as v from 'valibot';
import { randomId } from '../base/random-id';
import type { WirePort } from '../protocol/brain-envelope';
import type { BrainClient } from './brain-client';
import { standInLock } from './brain-life';
import { wirePort } from './wire-port';

const channelName = standInLock;

/** Between pages of this extension only; each carries one message of the brain's own protocol. */
const parcelSchema = v.variant('type', [
  v.strictObject({ type: v.literal('holder.ready') }),
  v.strictObject({ type: v.literal('to-brain'), face: v.string(), message: v.unknown() }),
  v.strictObject({ type: v.literal('to-face'), face: v.string(), message: v.unknown() }),
]);
type Parcel = v.InferOutput<typeof parcelSchema>;

/**
 * Reaches the brain that one of the open pages holds, or holds it: the first to get the lock does.
 * When its page closes, the lock passes on, and every face asks its open questions again.
 */
export function joinStandInBrain(workerUrl: string, client: BrainClient): void {
  const face = randomId();
  const channel = new BroadcastChannel(channelName);
  const send = (parcel: Parcel) => channel.postMessage(parcel);
  let holding = false;
  let hear = (_message: unknown) => {};

  const port: WirePort = {
    post(message) {
      if (!holding) send({ type: 'to-brain', face, message });
    },
    listen(listener) {
      hear = listener;
    },
  };
  channel.addEventListener('message', ({ data }) => {
    const parsed = v.safeParse(parcelSchema, data);
    if (!parsed.success || holding) return;
    const parcel = parsed.output;
    if (parcel.type === 'holder.ready') client.takePort(port);
    if (parcel.type === 'to-face' && parcel.face === face) hear(parcel.message);
  });
  client.takePort(port);

  const hold = () => {
    holding = true;
    client.takePort(holdBrain(workerUrl));
    send({ type: 'holder.ready' });
  };
  // A browser that partitions framed pages may refuse locks too: then each page thinks for itself.
  navigator.locks
    .request(channelName, () => {
      hold();
      return new Promise<never>(() => {});
    })
    .catch(hold);
}

/** Starts the brain in a worker of this page and answers the other pages for it. */
function holdBrain(workerUrl: string): WirePort {
  const worker = new Worker(workerUrl, { name: channelName });
  const channel = new BroadcastChannel(channelName);
  const ports = new Map<string, MessagePort>();

  const openPort = (onMessage: (message: unknown) => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => onMessage(event.data);
    worker.postMessage({ type: 'brain.connect' }, [port2]);
    return port1;
  };
  channel.addEventListener('message', ({ data }) => {
    const parsed = v.safeParse(parcelSchema, data);
    if (!parsed.success || parsed.output.type !== 'to-brain') return;
    const { face, message } = parsed.output;
    let port = ports.get(face);
    if (port === undefined) {
      port = openPort((answer) => channel.postMessage({ type: 'to-face', face, message: answer }));
      ports.set(face, port);
    }
    port.postMessage(message);
  });

  const { port1, port2 } = new MessageChannel();
  worker.postMessage({ type: 'brain.connect' }, [port2]);
  return wirePort(port1);
}
