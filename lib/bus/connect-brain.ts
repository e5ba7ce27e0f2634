import type { Brain, BrainLink } from '../protocol/brain-calls';
import { type BrainClient, makeBrainClient } from './brain-client';
import { whenEnded } from './brain-life';
import { brainUnderPolicy } from './brain-under-policy';
import { managedPolicy, notePolicy, policySeen } from './managed-policy';
import { joinSharedBrain } from './shared-brain';
import { joinStandInBrain } from './stand-in-brain';

/** Between tries to start a brain that has ended and does not come up again. */
const tryAgainMs = 1_000;

/**
 * Connects this page to the one brain of the browser. Where shared workers are missing or refused,
 * one of the open pages holds the brain for all of them. A brain that ends is started again.
 * @param workerUrl address of the brain's script within the extension
 */
export function connectBrain(workerUrl: string): Brain & BrainLink {
  const client = makeBrainClient();
  join(workerUrl, client).catch(() => joinStandInBrain(workerUrl, client));
  const seen = policySeen();
  const reading = managedPolicy().then(({ policy }) => policy);
  // Whoever cannot note it is told a little later at the next start.
  Promise.all([reading, seen])
    .then(([policy]) => notePolicy(policy))
    .catch(() => {});
  return brainUnderPolicy(client, reading, seen);
}

async function join(workerUrl: string, client: BrainClient): Promise<void> {
  const { port, life } = await joinSharedBrain(workerUrl);
  client.takePort(port);
  whenEnded(life, () => {
    client.dropPort(port);
    rejoin(workerUrl, client);
  });
}

/** Where shared workers did work, a stand-in would be a second brain beside that of other pages. */
function rejoin(workerUrl: string, client: BrainClient): void {
  join(workerUrl, client).catch(() => setTimeout(() => rejoin(workerUrl, client), tryAgainMs));
}
