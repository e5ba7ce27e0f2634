import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Brain, BrainLink, BrainNews } from '../protocol/brain-calls';
import type { FromConsole } from '../protocol/console-messages';
import type { PolicyReading } from '../protocol/policy';
import { cardActions } from './card-actions';
import { shownCards } from './card-context';
import { type CardHand, makeCardHand } from './card-hand';
import { chosenBindings } from './chosen-bindings';
import { consoleHealthNotes } from './console-health-notes';
import type { ConsoleLink } from './console-link';
import { copyText } from './copy-text';
import { type CoverGuard, makeCoverGuard } from './cover-guard';
import { cueRanking } from './cue-ranking';
import { defaultBindings } from './default-bindings';
import { makeEventOutbox } from './event-outbox';
import { findActions, isFinding } from './find-actions';
import { gapActions } from './gap-actions';
import { hearConversation, isSameQuestion } from './hear-conversation';
import { holdingWish } from './holding-wish';
import { insertWishes } from './insert-wishes';
import { type DraftKeeper, draftActions } from './kept-drafts';
import { isSameKeys } from './key-warning';
import { knowledgeActions } from './knowledge-actions';
import type { PanelActions } from './panel-actions';
import { isFolded, isSamePlace, placeOf } from './panel-place';
import { initialPanelState, type PanelState, type Surface } from './panel-state';
import { type PanelTools, setStatus } from './panel-tools';
import { panelView } from './panel-view';
import type { Platform } from './platform';
import { withTick } from './question-cards';
import { saveFile } from './save-file';
import { settingsActions } from './settings-actions';
import { storageActions } from './storage-actions';
import { teachActions } from './teach-actions';
import { createTeamStore, type TeamStore } from './team-store';
import { updateActions } from './update-actions';

export type PanelStore = StoreApi<PanelState> & {
  readonly actions: PanelActions;
  /** The clock that waiting times and ages are counted by, in ms since 1970. */
  readonly now: () => number;
  readonly coverGuard: CoverGuard;
  readonly team: TeamStore;
  readonly hand: CardHand;
};

export type PanelOptions = {
  readonly brain: Brain & Partial<BrainLink>;
  /** A private window, whose store goes with it. */
  readonly isPrivate?: boolean;
  readonly console: ConsoleLink;
  readonly policy?: PolicyReading;
  /** To the browser's own side panel, which no page reaches. */
  readonly openSidePanel?: (() => void) | undefined;
  /** Without it what is being written is lost with the page. */
  readonly drafts?: DraftKeeper;
  /** Docked in the page, unless said otherwise. */
  readonly surface?: Surface;
  /** Puts the side panel away; only there. */
  readonly close?: () => void;
  readonly platform: Platform;
  readonly now: () => number;
  readonly copyText?: (text: string) => Promise<void>;
  readonly saveFile?: PanelTools['saveFile'];
  /** How long the page may take over an insertion before the agent is told. */
  readonly insertTimeoutMs?: number;
};

/** Until the place is known the page shows no panel; longer than this, nobody knows what is amiss. */
const placeWithinMs = 1_000;

const noDrafts: DraftKeeper = { read: () => [], write() {} };

/**
 * The panel's store. It listens to page and brain from its creation, so that nothing said before
 * the first paint is lost, until `actions.stop()`.
 */
export function createPanelStore(options: PanelOptions): PanelStore {
  const { brain, now } = options;
  const store = createStore<PanelState>(() =>
    initialPanelState(options.platform, defaultBindings(options.platform), options.surface),
  );
  const { getState: get, setState: set } = store;
  if (options.policy) set({ policy: options.policy });
  const team = createTeamStore(brain);
  const isInTeam = () => !['none', 'removed'].includes(team.getState().state);
  const isTeams = (base: string) => team.getState().bases.some(({ kb }) => kb === base);
  const tools: PanelTools = {
    get,
    set,
    brain,
    console: options.console,
    now,
    copyText: options.copyText ?? copyText,
    insertTimeoutMs: options.insertTimeoutMs ?? 4_000,
    coverGuard: makeCoverGuard(now),
    hand: makeCardHand(now),
    outbox: makeEventOutbox(brain, isTeams),
    isTeams,
    saveFile: options.saveFile ?? saveFile,
  };
  const wishes = insertWishes(tools);
  const ranking = cueRanking(tools);
  const { rank } = ranking;
  let isPlaceKnown = false;
  const finding = findActions(tools);
  const settings = settingsActions(tools);
  const knowledge = knowledgeActions(tools);
  const drafts = draftActions(tools, wishes, options.drafts ?? noDrafts);
  const storage = storageActions(tools, options.isPrivate ?? false);
  const teach = teachActions(tools);
  const health = consoleHealthNotes(tools);

  const actions: PanelActions = {
    ...cardActions(tools, wishes),
    ...updateActions(tools),
    ...gapActions(tools, isInTeam),
    find: finding.find,
    openFind: finding.openFind,
    ...settings.actions,
    ...knowledge,
    ...storage.actions,
    ...teach.actions,
    ...drafts.actions,
    async connect() {
      void storage.ask();
      const tellPlace = () => {
        isPlaceKnown = true;
        clearTimeout(late);
        actions.tellPlace();
      };
      const late = setTimeout(actions.tellPlace, placeWithinMs);
      await knowledge.connect(tellPlace);
      clearTimeout(late);
      if (!isPlaceKnown) tellPlace();
      if (get().brainState !== 'ready') return;
      if (get().cue !== undefined && get().ranking !== 'ranking') await rank();
    },
    rank: () => rank(),
    showBetter() {
      if (panelView(get()) === 'found') finding.showBetterFound();
      else ranking.showBetter();
      // The pressed button goes: the keyboard goes on from the first card.
      const first = shownCards(get()).find(({ key }) => !get().rejected.includes(key));
      if (first !== undefined) set({ focus: { on: 'card', key: first.key } });
    },
    tickQuestion: (key, isAnswered) => set({ answered: withTick(get().answered, key, isAnswered) }),
    hold() {
      const wish = holdingWish(get());
      if (wish.ok) wishes.make(wish.value);
      else setStatus(tools, 'hold', wish.error);
    },
    showRelated: (relatedShown) => set({ relatedShown }),
    press(action) {
      if (isFolded(get()) && action !== 'toggle') {
        actions.collapse(false);
        // What the agent cannot see is shown first, not inserted.
        if (action.startsWith('insert')) return;
      }
      const place = Number(action.at(-1));
      const isForCard = action.startsWith('insert') || action.startsWith('edit');
      if (isForCard && isFinding(get())) finding.afterwards(() => actions.press(action));
      else if (action.startsWith('insert')) actions.insert(place);
      else if (action.startsWith('edit')) actions.edit(place);
      else if (action === 'find') actions.openFind();
      else if (action === 'hold') actions.hold();
      else if (get().surface === 'side') options.close?.();
      else actions.collapse(!placeOf(get()).collapsed);
    },
    openSidePanel: options.openSidePanel,
    focusComposer: () => options.console.send({ type: 'composer.focus' }),
    focused: () => set({ focus: undefined }),
    dismissMovedAway: () => set({ movedAway: false }),
    async eraseConversation() {
      const conversation = get().conversation;
      if (conversation === null) return 0;
      const { key: conversationKey, consoleId } = conversation;
      const conversations = [{ conversationKey, consoleId }];
      return (await brain.call('data.erase-conversations', { conversations })).events;
    },
    stop() {
      ranking.stop();
      finding.stopFinding();
      for (const stopListening of listening) stopListening();
    },
  };

  function hear(message: FromConsole) {
    switch (message.type) {
      case 'console.state':
        if (get().consoleState !== 'gone') {
          const { state: consoleState, consoleName, sure } = message;
          set({ consoleState, consoleName, sure });
        }
        hearHost(message.host);
        break;
      case 'conversation.read': {
        const before = get();
        set(hearConversation(get(), message.conversation, now()));
        drafts.hearConversation(get());
        health.read(get());
        if (!isSameQuestion(before, get())) void rank();
        break;
      }
      case 'key.pressed':
        actions.press(message.action);
        break;
      case 'insert.done':
        health.inserted(get().conversation?.consoleId ?? '', message.result);
        wishes.settle(message.requestId, message.result);
        break;
      case 'panel.sight':
        tools.coverGuard.report('console', message.isInSight);
        options.console.send({ type: 'sight.heard', isInSight: message.isInSight });
        break;
      case 'panel.yielded':
        set({ yielded: true });
        break;
      case 'page.leaving':
        drafts.hearLeaving(message.draft);
        break;
      case 'console.health':
        health.broke(message.consoleId, message.broken);
        break;
      case 'teach.state':
        teach.hear(message.state);
        break;
      case 'extension.gone':
        set({ consoleState: 'gone' });
    }
  }

  function hearNews(news: BrainNews) {
    storage.hearNews(news);
    if (news.news === 'knowledge.changed') {
      set({ bases: news.bases, importProgress: undefined });
      void rank({ isKnowledgeNew: true });
      finding.findAgain();
      return;
    }
    if (news.news === 'knowledge.preparing') {
      set({ preparing: news.preparing });
      return;
    }
    if (news.news === 'import.progress') {
      knowledge.hearProgress(news);
      return;
    }
    if (news.news !== 'settings.changed') return;
    const before = get();
    settings.hear(news.settings);
    if (!isSamePlace(placeOf(before), placeOf(get()))) actions.tellPlace();
    if (news.settings.smallTalk !== before.settings.smallTalk) void rank();
  }

  function hearHost(consoleHost: string) {
    const before = placeOf(get());
    set({ consoleHost });
    if (isPlaceKnown && !isSamePlace(before, placeOf(get()))) actions.tellPlace();
  }

  /** However a key was changed, here or in another panel, the page listens to it at once. */
  function followKeys({ settings }: PanelState, before: PanelState) {
    if (settings.keys === before.settings.keys) return;
    const bindings = chosenBindings(options.platform, settings.keys);
    if (isSameKeys(bindings, before.bindings)) return;
    set({ bindings });
    options.console.send({ type: 'keys.listen', bindings });
  }

  const listening = [
    store.subscribe(followKeys),
    store.subscribe(teach.follow),
    store.subscribe(drafts.follow),
    options.console.onMessage(hear),
    brain.onNews(hearNews),
    storage.followLink(brain, () => void actions.connect()),
  ];
  options.console.send({ type: 'keys.listen', bindings: [...get().bindings] });
  void actions.connect();
  const { coverGuard, hand } = tools;
  return Object.assign(store, { actions, now, coverGuard, hand, team });
}
