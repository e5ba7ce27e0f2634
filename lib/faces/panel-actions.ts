import type { SlotName } from '../domain/slots';
import type { Place, Settings } from '../protocol/brain-calls';
import type { Action, Chord } from '../protocol/console-messages';
import type { KeptDraft } from '../protocol/kept-draft';
import type { TaughtField } from '../protocol/teach-messages';
import type { Card, CardKey, StatusKey } from './panel-card';
import type { SampleId } from './sample-choices';

/** Everything that a person can do in the panel. A number counts the cards on screen from 1. */
export type PanelActions = {
  insert(which: Card | number): void;
  /** Inserts what the entry asks the customer first, instead of its answer. */
  insertQuestion(card: Card): void;
  /** Repeats a refused insertion into the note that the reply box writes now. */
  insertAsNote(from: StatusKey): void;
  /** Repeats an insertion in place of the whole draft. */
  replaceDraft(from: StatusKey): void;
  edit(which: Card | number): void;
  editText(text: string): void;
  editInsert(): void;
  editCancel(): void;
  copy(which: Card | number): Promise<void>;
  reject(which: Card | number): void;
  undoReject(card: Card): void;
  open(key: CardKey, isOpen: boolean): void;
  /** Shows the text that the team published meanwhile, or puts away what it took out. */
  takeUpdate(card: Card): void;
  fillSlot(card: Card, slot: SlotName, value: string): void;
  /** Inserts the knowledge base's holding reply. */
  hold(): void;
  /** Notes the cue as one that no entry answers. */
  noteGap(): void;
  /** An answer fits after all. */
  undoGap(): void;
  /** Sends the team just the text that is shown. */
  sendGap(): void;
  dismissGap(): void;
  showRelated(shown: boolean): void;
  find(query: string): Promise<void>;
  openFind(): void;
  press(action: Action): void;
  focusComposer(): void;
  /** Must be called within the click; undefined where the browser has no side panel. */
  readonly openSidePanel: (() => void) | undefined;
  /** Loads the console anew, after an update; what was being written is kept. */
  refreshPage(): void;
  /** Inserts a text from before the refresh at the caret. */
  putDraftBack(draft: KeptDraft): void;
  dismissDraft(draft: KeptDraft): void;
  /** The wish for the keyboard's place was met. */
  focused(): void;
  /** Asks the brain for knowledge and settings; again after it could not be reached. */
  connect(): Promise<void>;
  /** Ranks the cue again. */
  rank(): Promise<void>;
  /** Shows the new order of the cards, which waited because a hand was at them. */
  showBetter(): void;
  /** Ticks a question of the cue as answered, or takes the tick back. */
  tickQuestion(key: string, isAnswered: boolean): void;
  importFile(file: File): Promise<void>;
  loadSample(sample: SampleId, name: string): Promise<void>;
  dismissImport(): void;
  dismissMovedAway(): void;
  /** Saves a copy of what can be read, then leaves behind what cannot. */
  repairStorage(): Promise<void>;
  /** Tries to write again after there was no room. */
  retryStorage(): Promise<void>;
  dismissStorage(): void;
  setTheme(theme: Settings['theme']): void;
  setLanguage(language: Settings['language']): void;
  setAgentName(name: string): void;
  setQuiet(quiet: boolean): void;
  setSmallTalk(smallTalk: boolean): void;
  setKey(action: Action, chord: Chord): void;
  /** Every action gets the platform's own key again. */
  resetKeys(): void;
  /** The cards for the first use were seen or skipped. */
  finishWelcome(): void;
  collapse(collapsed: boolean): void;
  /** Keeps where the panel stands in a console by its host. */
  setPlaceIn(host: string, place: Place): void;
  setSide(side: Settings['side']): void;
  /** Keeps a width in CSS px, or the nearest that is allowed. */
  setWidth(widthPx: number): void;
  /** Shows a width in CSS px without keeping it: the panel is being dragged. */
  tryWidth(widthPx: number): void;
  /** Tells the page where the panel belongs and how wide it is. */
  tellPlace(): void;
  /** Erases all that is kept of the conversation on screen; gives back how many events. */
  eraseConversation(): Promise<number>;
  /** Begins to point out in the page how it is read. */
  startTeaching(): void;
  /** What the keyboard does in place of the pointer. */
  moveTeaching(to: 'next' | 'previous' | 'pick' | 'back'): void;
  /** Asks to point at one more thing that answers have slots for. */
  pointAt(field: TaughtField): void;
  stopTeaching(): void;
  /** Keeps what was taught; from then on the page is read by it. */
  keepTaught(): Promise<void>;
  /** It reads a second conversation right, too. */
  confirmTaught(id: string): void;
  /** Gives what was just confirmed to everybody in the team. */
  shareTaught(): Promise<void>;
  dismissSharing(): void;
  /** Paints in the page what is read of it. */
  showReading(isShown: boolean): void;
  /** Teaching begins when a page of this host is in front; an empty one takes the wish back. */
  teachNextOn(host: string): void;
  /** Stops listening to brain and page. */
  stop(): void;
};
