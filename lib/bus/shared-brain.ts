import * as v from 'valibot';
import { brainHelloSchema, type WirePort } from '../protocol/brain-envelope';
import { isSharedBrainAlive } from './brain-life';
import { wirePort } from './wire-port';

/** How long the worker may take to say hello before the page stops waiting for it. */
const helloWithinMs = 5_000;
/** So often one that lives is knocked at: it takes in a large base in one go, and a second brain would be worse. */
const mostKnocks = 12;

export type JoinedBrain = { readonly port: WirePort; readonly life: string };

/** Rejects when the browser has no shared workers, refuses this one, or gets no word from it. */
export async function joinSharedBrain(workerUrl: string): Promise<JoinedBrain> {
  if (typeof SharedWorker === 'undefined') throw new Error('No SharedWorker');
  for (let knocks = 1; ; knocks++) {
    // Each time anew: the last one may have been at a worker that was just ending.
    const joined = await knock(workerUrl);
    if (joined !== undefined) return joined;
    const isAlive = knocks < mostKnocks && (await isSharedBrainAlive().catch(() => false));
    if (!isAlive) throw new Error('The brain is silent');
  }
}

/** Nothing when it does not answer in time. */
function knock(workerUrl: string): Promise<JoinedBrain | undefined> {
  return new Promise((resolve, reject) => {
    const worker = new SharedWorker(workerUrl, { name: 'cuecard-brain' });
    const timer = setTimeout(() => {
      worker.port.close();
      resolve(undefined);
    }, helloWithinMs);
    worker.onerror = () => {
      clearTimeout(timer);
      reject(new Error('The brain did not start'));
    };
    worker.port.onmessage = ({ data }) => {
      const hello = v.safeParse(brainHelloSchema, data);
      if (!hello.success) return;
      clearTimeout(timer);
      resolve({ port: wirePort(worker.port), life: hello.output.life });
    };
  });
}
