import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createBrain } from '../lib/brain/create-brain';
import { earlyHandlers } from '../lib/brain/early-handlers';
import { oneByOne } from '../lib/brain/one-by-one';
import { serveBrain, tellFace } from '../lib/brain/serve-brain';
import { holdLife } from '../lib/bus/brain-life';
import { wirePort } from '../lib/bus/wire-port';
import { warmUpSteps } from '../lib/engine/warm-up';
import type { BrainNews } from '../lib/protocol/brain-calls';
import type { BrainHello, WirePort } from '../lib/protocol/brain-envelope';
import { allKept } from '../lib/protocol/storage-calls';
import { openGuardedStore } from '../lib/store/guarded-store';
import { makeDexieIndexStore, readAhead } from '../lib/store/index-store';
import { makeNetworkLink } from '../lib/sync/hub-link';
import { patientLink } from '../lib/sync/patient-link';

/** Runs as the shared worker of all tabs, or, where there is none, as a worker of one page. */
export default defineUnlistedScript(() => {
  const faces = new Set<WirePort>();
  const life = holdLife();
  const tellFaces = (news: BrainNews) => {
    for (const face of faces) tellFace(face, news);
  };
  let report = allKept;
  const opening = openGuardedStore((changed) => {
    report = changed;
    tellFaces({ news: 'storage.changed', report });
  });
  const indexStore = readAhead(makeDexieIndexStore());
  const learnedStore = readAhead(makeDexieIndexStore('cuecard-learned'));
  // While the index comes: before that it would be asked for later.
  void opening.then(() => oneByOne(warmUpSteps));
  const early = opening.then(({ store }) => earlyHandlers(store));
  const brain = opening.then((kept) =>
    createBrain({
      ...kept,
      // Where the entries are not kept, neither is what was made of them.
      ...(report.state === 'not-kept' ? {} : { indexStore, learnedStore }),
      readSample: async (sample) => (await fetch(`/samples/${sample}.json`)).text(),
      now: () => Date.now(),
      hubLink: patientLink(makeNetworkLink()),
      isOnline: () => navigator.onLine,
      // For whoever looks into a slow start; nobody has to do anything about it.
      tellIndex: (report) => console.info('Cuecard: the kept index', report),
      whenIdle: (work) => setTimeout(work),
      tellFaces,
    }),
  );

  const welcome = (port: MessagePort) => {
    const face = wirePort(port);
    faces.add(face);
    port.addEventListener('close', () => faces.delete(face));
    serveBrain(face, brain, early);
    life.then((life) => {
      face.post({ hello: 'cuecard', life } satisfies BrainHello);
      // A brain that cannot open its store yet answers no call, but says why.
      if (report.state !== 'kept') tellFace(face, { news: 'storage.changed', report });
    });
  };
  const scope = globalThis as unknown as {
    onconnect?: (event: MessageEvent) => void;
    onmessage?: (event: MessageEvent) => void;
  };
  const welcomeAll = (event: MessageEvent) => event.ports.forEach(welcome);
  if ('onconnect' in scope) scope.onconnect = welcomeAll;
  else scope.onmessage = welcomeAll;
});
