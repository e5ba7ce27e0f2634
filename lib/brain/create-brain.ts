import { randomId } from '../base/random-id';
import type { BrainCallName, Settings } from '../protocol/brain-calls';
import { defaultSettings } from '../protocol/brain-calls';
import { allKept } from '../protocol/storage-calls';
import { entryKey } from '../store/store';
import { makeDraftStore } from '../sync/draft-store';
import { noLink } from '../sync/hub-link';
import type { BrainParts } from './brain-parts';
import { makeCardOdds } from './card-odds';
import { makeCorrections } from './corrections';
import { dataHandlers } from './data-handlers';
import { gapHandlers } from './gap-handlers';
import type { BrainHandlers } from './handlers';
import { importHandlers } from './import-handlers';
import type { Knowledge } from './knowledge';
import { makeLearned } from './learned';
import { learningHandlers } from './learning-handlers';
import { makeKnowledge } from './make-knowledge';
import { onceWhole } from './once-whole';
import { ownLinkHandlers } from './own-link-handlers';
import { makePickSharing, type PickSharing } from './pick-sharing';
import { rankCue } from './rank-cue';
import { redactEvent, redactOrigin } from './redact-event';
import { replayHandlers } from './replay-handlers';
import { makeRetraining } from './retraining';
import { reviewHandlers } from './review-handlers';
import { bundledSmallTalk } from './samples';
import { sharedRecipeHandlers } from './shared-recipe-handlers';
import { makeShownOnce } from './shown-once';
import { signInHandlers } from './sign-in-handlers';
import { studioHandlers } from './studio-handlers';
import { taughtHandlers } from './taught-handlers';
import { makeTeam, type Team } from './team';
import { teamHandlers } from './team-handlers';
import { teamLearningHandlers } from './team-learning-handlers';
import { teamPageHandlers } from './team-page-handlers';
import { refusalsOf } from './team-refusals';
import { makeTextRetention } from './text-retention';

/**
 * Puts the brain together from what it is given, and loads what the store holds into the engine;
 * again whenever something was erased, so that nothing of it is left in memory.
 */
export async function createBrain(given: BrainParts): Promise<BrainHandlers> {
  const store = await makeDraftStore(given.store);
  const parts = { ...given, store };
  const team = makeTeam({
    ...parts,
    link: given.hubLink ?? noLink,
    isOnline: given.isOnline ?? (() => true),
  });
  const sharing = makePickSharing(team, parts.now);
  team.onSynced(() => void sharing.settle());
  // What a hub sends is compared with the entries that are there.
  let isInTouch = false;
  const getInTouch = () => {
    if (!isInTouch) team.start();
    isInTouch = true;
  };
  const startAnew = async () => {
    const next = await assemble(parts, team, sharing, startAnew);
    live = next.live;
    void next.knowledge.whenWhole.then(getInTouch);
    team.tell();
    const { bases } = await live['knowledge.summary'](null);
    parts.tellFaces({ news: 'knowledge.changed', bases });
    parts.tellFaces({ news: 'settings.changed', settings: await live['settings.read'](null) });
  };
  const first = await assemble(parts, team, sharing, startAnew);
  let { live } = first;
  void first.knowledge.whenWhole.then(getInTouch);
  const names = Object.keys(live) as BrainCallName[];
  const passOn = names.map((name) => [name, (params: never) => live[name](params)]);
  return Object.fromEntries(passOn) as BrainHandlers;
}

async function assemble(
  parts: BrainParts,
  team: Team,
  sharing: PickSharing,
  startAnew: () => Promise<void>,
): Promise<{ readonly live: BrainHandlers; readonly knowledge: Knowledge }> {
  const { store, now, tellFaces } = parts;
  const startedAt = now();
  const brainId = randomId();
  const shownOnce = makeShownOnce();
  const [counted, chosen, knowledge] = await Promise.all([
    store.countPicks(),
    store.readSettings(),
    makeKnowledge(parts),
  ]);
  const picks = new Map(counted);
  let settings: Settings = { ...defaultSettings, ...chosen };
  // The team's are kept with the team, so that they go with it.
  settings = { ...settings, teamRecipes: [...(team.store.team().recipes?.list ?? [])] };
  team.onRecipes((recipes) => {
    settings = { ...settings, teamRecipes: [...recipes] };
    tellFaces({ news: 'settings.changed', settings });
  });
  team.attach(knowledge);
  for (const sample of bundledSmallTalk) await knowledge.ensure(sample);
  const cardOdds = makeCardOdds();
  const learned = makeLearned(
    ...([store, knowledge, makeCorrections(knowledge.engine.correct)] as const),
    () => refusalsOf(team.store.team()),
  );
  await learned.reload();
  team.onRefused(() => void learned.reload());
  sharing.attach(learned, knowledge);
  const retrain = makeRetraining({ ...parts, knowledge, learned });
  // What lost its text is unlearned: the ranking is what the events say.
  const forgetOldText = makeTextRetention({ store, now, onForgotten: learned.reload });
  parts.whenIdle(() => void forgetOldText());

  const gaps = gapHandlers(team);
  const changeSettings = async (changes: Partial<Settings>) => {
    await store.writeSettings(changes);
    settings = { ...settings, ...changes };
    tellFaces({ news: 'settings.changed', settings });
    return settings;
  };

  const handlers: BrainHandlers = {
    'brain.info': () => ({ brainId, startedAt }),

    'cue.rank': async (cue) => {
      void forgetOldText();
      await knowledge.settle();
      return rankCue(cue, { knowledge, picks, settings, cardOdds, now: now() });
    },

    'entries.find': ({ query, limit }) => ({
      suggestions: knowledge.find(query, limit, picks),
    }),

    'knowledge.summary': () => ({
      bases: knowledge.summary(),
      preparing: knowledge.preparing,
    }),
    'knowledge.import': ({ content }) => knowledge.importFile(content),
    'knowledge.load-sample': async ({ sample }) =>
      knowledge.importFile(await parts.readSample(sample)),
    'knowledge.remove': async ({ base }) => {
      await knowledge.remove(base);
      return null;
    },

    ...importHandlers({ ...parts, knowledge }),
    ...dataHandlers({
      ...{ ...parts, knowledge, settings: () => settings, startAnew },
      beforeErasing: sharing.takeBackAll,
    }),
    ...studioHandlers({ knowledge, picks, now }),
    ...learningHandlers({ ...parts, knowledge, learned }),
    ...teamLearningHandlers({ team, sharing, knowledge, now }),
    ...teamHandlers(team, knowledge),
    ...ownLinkHandlers(team),
    ...reviewHandlers(team),
    ...teamPageHandlers(team),
    ...signInHandlers(team),
    ...gaps,
    ...replayHandlers({ ...parts, team, knowledge, listGaps: gaps['gaps.list'] }),
    ...sharedRecipeHandlers(team, () => settings),
    ...taughtHandlers({ settings: () => settings, change: changeSettings, now }),

    'settings.read': () => settings,
    'settings.change': changeSettings,

    'event.record': async ({ event, cueId, ...about }) => {
      void forgetOldText();
      const kept = {
        ...cardOdds.addedTo(redactEvent(event), cueId),
        ...about,
        ...redactOrigin(about),
        at: now(),
      };
      const record = () => store.appendEvent(kept);
      const hear = async () => {
        const { seq, isNew } = await record();
        if (isNew) learned.heard({ ...kept, seq });
        return { seq, isNew };
      };
      if (event.kind === 'shown' && cueId !== undefined) {
        const shown = async () => (await hear()).seq;
        return { seq: await shownOnce(`${about.consoleId}/${cueId}`, shown) };
      }
      const { seq, isNew } = await hear();
      if (!isNew) return { seq };
      team.noteEvent();
      parts.whenIdle(() => void retrain());
      if (event.kind === 'inserted' || event.kind === 'edited') {
        const key = entryKey(event.entry);
        picks.set(key, (picks.get(key) ?? 0) + 1);
      }
      return { seq };
    },
    'storage.report': () => parts.storage?.report() ?? allKept,
    'storage.repair': async () => {
      // What cannot be read must not hold back what may mend it.
      await knowledge.whole?.catch(() => {});
      const wasDamaged = parts.storage?.report().state === 'damaged';
      const report = (await parts.storage?.repair()) ?? allKept;
      // A database that opens again may hold more than could be read of it before.
      if (wasDamaged) await startAnew();
      return report;
    },
    'events.list': async ({ after, limit }) => ({ events: await store.readEvents(after, limit) }),
  };
  return { live: onceWhole(handlers, knowledge), knowledge };
}
