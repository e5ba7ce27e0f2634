import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createBrain } from '../lib/brain/create-brain';
import { serveBrain, tellFace } from '../lib/brain/serve-brain';
import { wirePort } from '../lib/bus/wire-port';
import { brainHello, type WirePort } from '../lib/protocol/brain-envelope';
import { openDexieStore } from '../lib/store/dexie-store';
import { makeDexieIndexStore } from '../lib/store/index-store';
import { makeMemoryStore } from '../lib/store/memory-store';

/** Runs as the shared worker of all tabs, or, where there is none, as a worker of one page. */
export default defineUnlistedScript(() => {
  const faces = new Set<WirePort>();
  const brain = openDexieStore()
    .then((store) => ({ store, indexStore: makeDexieIndexStore() }))
    .catch(() => ({ store: makeMemoryStore() }))
    .then((stores) =>
      createBrain({
        ...stores,
        readSample: async (sample) => (await fetch(`/samples/${sample}.json`)).text(),
        now: Date.now,
        whenIdle: (work) => setTimeout(work),
        tellFaces: (news) => {
          for (const face of faces) tellFace(face, news);
        },
      }),
    );

  const welcome = (port: MessagePort) => {
    const face = wirePort(port);
    faces.add(face);
    port.addEventListener('close', () => faces.delete(face));
    serveBrain(face, brain);
    face.post(brainHello);
  };
  const scope = globalThis as unknown as {
    onconnect?: (event: MessageEvent) => void;
    onmessage?: (event: MessageEvent) => void;
  };
  const welcomeAll = (event: MessageEvent) => event.ports.forEach(welcome);
  if ('onconnect' in scope) scope.onconnect = welcomeAll;
  else scope.onmessage = welcomeAll;
});
