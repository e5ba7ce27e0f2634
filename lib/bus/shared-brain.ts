import * as v from 'valibot';
import { brainHelloSchema, type WirePort } from '../protocol/brain-envelope';
import { wirePort } from './wire-port';

/** How long the worker may take to say hello before the page stops waiting for it. */
const helloWithinMs = 5_000;

export type JoinedBrain = { readonly port: WirePort; readonly life: string };

/** Rejects when the browser has no shared workers, refuses this one, or gets no word from it. */
export function joinSharedBrain(workerUrl: string): Promise<JoinedBrain> {
  return new Promise((resolve, reject) => {
    if (typeof SharedWorker === 'undefined') {
      reject(new Error('No SharedWorker'));
      return;
    }
    const worker = new SharedWorker(workerUrl, { name: 'cuecard-brain' });
    const timer = setTimeout(() => reject(new Error('The brain is silent')), helloWithinMs);
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
