import type { Brain } from '../protocol/brain-calls';
import { makeBrainClient } from './brain-client';
import { joinSharedBrain } from './shared-brain';
import { joinStandInBrain } from './stand-in-brain';

/**
 * Connects this page to the one brain of the browser. Where shared workers are missing or refused,
 * one of the open pages holds the brain for all of them.
 * @param workerUrl address of the brain's script within the extension
 */
export function connectBrain(workerUrl: string): Brain {
  const client = makeBrainClient();
  joinSharedBrain(workerUrl)
    .then((port) => client.takePort(port))
    .catch(() => joinStandInBrain(workerUrl, client));
  return client;
}
