import { brainHello, type WirePort } from '../protocol/brain-envelope';
import { wirePort } from './wire-port';

/** How long the worker may take to say hello before the page stops waiting for it. */
const helloWithinMs = 5_000;

/** Rejects when the browser has no shared workers, refuses this one, or gets no word from it. */
export function joinSharedBrain(workerUrl: string): Promise<WirePort> {
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
      if (data !== brainHello) return;
      clearTimeout(timer);
      resolve(wirePort(worker.port));
    };
  });
}
