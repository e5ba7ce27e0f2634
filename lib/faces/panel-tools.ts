import { randomId } from '../base/random-id';
import type { EventOrigin } from '../domain/pick';
import type { Brain, Params } from '../protocol/brain-calls';
import type { CardHand } from './card-hand';
import type { ConsoleLink } from './console-link';
import type { CoverGuard } from './cover-guard';
import type { EventOutbox } from './event-outbox';
import type { CardStatus, CueRef, StatusKey } from './panel-card';
import type { PanelState } from './panel-state';

/** What the panel's actions work with. */
export type PanelTools = {
  readonly get: () => PanelState;
  readonly set: (change: Partial<PanelState>) => void;
  readonly brain: Brain;
  readonly console: ConsoleLink;
  readonly now: () => number;
  readonly copyText: (text: string) => Promise<void>;
  readonly insertTimeoutMs: number;
  readonly coverGuard: CoverGuard;
  readonly hand: CardHand;
  readonly outbox: EventOutbox;
  /** Whether others write in this base, and publish what they wrote. */
  readonly isTeams: (base: string) => boolean;
  readonly saveFile: (name: string, mediaType: string, bytes: Uint8Array) => void;
};

export function setStatus(tools: PanelTools, key: StatusKey, status: CardStatus | undefined): void {
  const { [key]: _, ...others } = tools.get().statuses;
  const statuses = status === undefined ? others : { ...others, [key]: status };
  tools.set({ statuses, lastStatus: key });
}

type RecordedEvent = Params<'event.record'>['event'];

/** Learning must never stand in the agent's way: an event that cannot be recorded waits its turn. */
export function recordEvent(
  tools: PanelTools,
  cue: CueRef,
  event: RecordedEvent,
  about: { readonly cueId?: string } = {},
): void {
  const { conversationKey, consoleId } = cue;
  const conversation = { conversationKey, consoleId, ...originOf(tools.get(), cue) };
  void tools.outbox.record({ event, eventId: randomId(), ...about, ...conversation });
}

/** Only while the conversation that the event belongs to is still shown: else it would be another's. */
function originOf({ conversation }: PanelState, cue: CueRef): EventOrigin {
  if (conversation?.key !== cue.conversationKey) return {};
  const { region, channel } = conversation.fields ?? {};
  return { ...(region ? { region } : {}), ...(channel ? { channel } : {}) };
}
