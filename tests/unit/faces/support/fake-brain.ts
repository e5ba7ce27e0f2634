import type { MoodReading } from '../../../../lib/domain/mood';
import type { QuestionGroup, Suggestion } from '../../../../lib/domain/suggestion';
import {
  type BaseSummary,
  type Brain,
  type BrainCallName,
  type BrainNews,
  defaultSettings,
  type ImportResult,
  type Params,
  type ResultOf,
  type Settings,
} from '../../../../lib/protocol/brain-calls';
import type { ImportPreview } from '../../../../lib/protocol/import-calls';

type Ranked = ResultOf<'cue.rank'>;
type Answers = { [Name in BrainCallName]?: (params: Params<Name>) => Promise<ResultOf<Name>> };

export const harbour: BaseSummary = {
  id: 'harbour',
  name: 'Harbour Broadband',
  language: 'en',
  smallTalk: false,
  entries: 120,
  holding: 'One moment please, {{customer.name}}.',
};

/** A brain in memory: says what it is told to say, and remembers what it was asked. */
export class FakeBrain implements Brain {
  readonly calls: { name: BrainCallName; params: unknown }[] = [];
  bases: BaseSummary[] = [harbour];
  settings: Settings = { ...defaultSettings, language: 'en', welcomed: true };
  suggestions: Suggestion[] = [];
  related: Suggestion[] = [];
  /** The questions of a message; without any it is a plain one. */
  groups: QuestionGroup[] = [];
  mood: MoodReading = { mood: 'calm', confidence: 1, words: [] };
  found: Suggestion[] = [];
  preview: ImportPreview = {
    outcome: 'ready',
    previewId: 'p1',
    format: 'csv',
    encoding: 'utf-8',
    columns: [],
    mapping: [],
    base: { id: 'harbour', name: 'Harbour Broadband', language: 'en' },
    baseExists: false,
    counts: { new: 120, changed: 0, same: 0, removed: 0, duplicate: 0, bad: 0 },
    bad: { rows: [], more: 0 },
    duplicates: { rows: [], more: 0 },
    sample: [],
  };
  imported: Extract<ImportResult, { outcome: 'imported' }> = {
    outcome: 'imported',
    base: harbour,
    added: 120,
    changed: 0,
    same: 0,
    removed: 0,
  };
  /** Replaces a call's answer, for instance by one that fails or keeps the asker waiting. */
  readonly answers: Answers = {};
  readonly #listeners = new Set<(news: BrainNews) => void>();

  async call<Name extends BrainCallName>(
    name: Name,
    params: Params<Name>,
  ): Promise<ResultOf<Name>> {
    this.calls.push({ name, params });
    const answer: Answers = { ...this.#usual(), ...this.answers };
    const reply = answer[name];
    if (reply === undefined) throw new Error(`The fake brain does not know ${name}`);
    return reply(params);
  }

  onNews(listener: (news: BrainNews) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(news: BrainNews): void {
    for (const listener of this.#listeners) listener(news);
  }

  /** The events recorded so far. */
  events(): Params<'event.record'>[] {
    return this.calls
      .filter((call) => call.name === 'event.record')
      .map((call) => call.params as Params<'event.record'>);
  }

  kinds(): string[] {
    return this.events().map(({ event }) => event.kind);
  }

  rankFor(cueId: string): Ranked {
    const { suggestions, related } = this;
    const kind = suggestions[0]?.kind ?? 'unknown';
    const plain = { key: 'plain', range: [0, 0] as const, suggestions };
    const groups = this.groups.length > 0 ? this.groups : [plain];
    return { cueId, language: 'en', mood: this.mood, kind, suggestions, related, groups };
  }

  #usual(): Answers {
    return {
      'knowledge.summary': async () => ({ bases: this.bases }),
      'settings.read': async () => this.settings,
      'settings.change': async (change) => {
        this.settings = { ...this.settings, ...(change as Partial<Settings>) };
        return this.settings;
      },
      'cue.rank': async ({ cueId }) => this.rankFor(cueId),
      'entries.find': async () => ({ suggestions: this.found }),
      'event.record': async () => ({ seq: 1 }),
      'import.preview': async () => this.preview,
      'import.apply': async () => ({ ...this.imported, undoId: 'u1' }),
      'knowledge.load-sample': async () => this.imported,
    };
  }
}
