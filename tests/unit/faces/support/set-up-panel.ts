import { must } from '../../../../lib/base/must';
import type { Conversation } from '../../../../lib/domain/conversation';
import { shownCards } from '../../../../lib/faces/card-context';
import type { DraftKeeper } from '../../../../lib/faces/kept-drafts';
import type { Card } from '../../../../lib/faces/panel-card';
import { createPanelStore, type PanelStore } from '../../../../lib/faces/panel-store';
import { FakeBrain } from './fake-brain';
import { FakeConsole } from './fake-console';
import { noon } from './samples';

/** The card that stands at a number, as the panel paints it. */
export function cardAt(store: PanelStore, number: number): Card {
  return must(shownCards(store.getState())[number - 1], `a card at ${number}`);
}

export type TestPanel = {
  readonly brain: FakeBrain;
  readonly page: FakeConsole;
  readonly store: PanelStore;
  readonly copied: string[];
  /** Names of the files that were handed to the person. */
  readonly saved: string[];
  /** Shows a conversation, and waits until all that follows from it has happened. */
  show(conversation: Conversation | null): Promise<void>;
};

/** Lets every promise that is ready run. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

export async function setUpPanel(
  prepare: (brain: FakeBrain) => void = () => {},
  drafts?: DraftKeeper,
): Promise<TestPanel> {
  const brain = new FakeBrain();
  prepare(brain);
  const page = new FakeConsole();
  const copied: string[] = [];
  const saved: string[] = [];
  const store = createPanelStore({
    brain,
    console: page,
    platform: 'windows',
    now: () => noon,
    copyText: async (text) => {
      copied.push(text);
    },
    saveFile: (name) => void saved.push(name),
    insertTimeoutMs: 20,
    ...(drafts === undefined ? {} : { drafts }),
  });
  await settled();
  page.say({ type: 'console.state', state: 'reading', host: 'desk.example', consoleName: 'Demo' });
  const show = async (conversation: Conversation | null) => {
    page.say({ type: 'conversation.read', conversation });
    await settled();
  };
  return { brain, page, store, copied, saved, show };
}
