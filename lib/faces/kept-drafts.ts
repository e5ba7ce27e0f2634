import { draftOf, type KeptDraft } from '../protocol/kept-draft';
import { cueRefOf } from './cue-ref';
import type { InsertWishes } from './insert-wishes';
import type { PanelActions } from './panel-actions';
import type { PanelState } from './panel-state';
import type { PanelTools } from './panel-tools';
import { withoutDraft } from './without-draft';

/** Where drafts outlive the page: storage of this tab that the web page cannot read. */
export type DraftKeeper = {
  read(): readonly KeptDraft[];
  write(drafts: readonly KeptDraft[]): void;
};

/** A page that does not say what its reply box holds is loaded anew all the same. */
const tellWithinMs = 1_000;

/** Keeping what was being written over a refresh of the page, and offering it afterwards. */
export function draftActions(tools: PanelTools, wishes: InsertWishes, keeper: DraftKeeper) {
  const { get, set } = tools;
  const seen = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = () => tools.console.send({ type: 'page.refresh' });
  set({ drafts: keeper.read() });

  const actions: Pick<PanelActions, 'refreshPage' | 'putDraftBack' | 'dismissDraft'> = {
    refreshPage() {
      tools.console.send({ type: 'page.leave' });
      clearTimeout(timer);
      timer = setTimeout(refresh, tellWithinMs);
    },
    putDraftBack({ conversationKey, text }) {
      wishes.make({ from: 'draft', cue: { ...cueRefOf(get()), conversationKey }, text });
    },
    dismissDraft({ conversationKey, text }) {
      set({ drafts: withoutDraft(get().drafts, { conversationKey }, text) });
    },
  };

  return {
    actions,
    /** The page is about to go: its draft, and the answers that are being rewritten here. */
    hearLeaving(draft: KeptDraft | null) {
      clearTimeout(timer);
      const edits = editsOf(get());
      set({ drafts: [...(draft === null ? [] : [draft]), ...edits, ...get().drafts] });
      refresh();
    },
    /** A draft that the console kept by itself, or that was answered meanwhile, is not offered. */
    hearConversation({ conversation, replied }: PanelState) {
      if (conversation === null) return;
      const { key, hasDraft } = conversation;
      const isKeptByPage = !seen.has(key) && hasDraft;
      seen.add(key);
      if (!isKeptByPage && !replied) return;
      const drafts = get().drafts.filter(({ conversationKey }) => conversationKey !== key);
      if (drafts.length < get().drafts.length) set({ drafts });
    },
    /** Kept as it changes. */
    follow({ drafts }: PanelState, before: PanelState) {
      if (drafts !== before.drafts) keeper.write(drafts);
    },
  };
}

/** The text to offer now: never beside what is written already. */
export function offeredDraft({ drafts, conversation }: PanelState): KeptDraft | undefined {
  if (conversation === null || conversation.hasDraft) return undefined;
  return drafts.find(({ conversationKey }) => conversationKey === conversation.key);
}

function editsOf({ editing, setAside, parked }: PanelState): KeptDraft[] {
  return [editing, ...Object.values(setAside), ...Object.values(parked)]
    .filter((edit) => edit !== undefined && edit.text !== edit.before)
    .flatMap((edit) => {
      const draft = edit && draftOf(edit.card.cue.conversationKey, edit.text);
      return draft ? [draft] : [];
    });
}
