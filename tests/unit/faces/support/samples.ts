import type { Conversation } from '../../../../lib/domain/conversation';
import type { Message } from '../../../../lib/domain/message';
import type { Suggestion } from '../../../../lib/domain/suggestion';

export const noon = Date.UTC(2026, 10, 22, 12);

type Parts = Partial<Omit<Suggestion, 'entry'>> & { entry?: Partial<Suggestion['entry']> };

export function suggestion(id: string, answer: string, parts: Parts = {}): Suggestion {
  const { entry, ...rest } = parts;
  return {
    entry: {
      id,
      base: 'harbour',
      title: `Title of ${id}`,
      mustEdit: false,
      updatedAt: noon,
      links: [],
      ...entry,
    },
    baseName: 'Harbour Broadband',
    kind: 'direct',
    confidence: 0.8,
    answer,
    language: 'en',
    reasons: { words: [], inMessage: [], inAnswer: [] },
    picks: 0,
    ...rest,
  };
}

export function customer(id: string, text: string): Message {
  return { id, role: 'customer', kind: 'text', text };
}

export function agent(id: string, text: string): Message {
  return { id, role: 'agent', kind: 'text', text };
}

export function conversation(
  key: string,
  messages: readonly Message[],
  parts: Partial<Conversation> = {},
): Conversation {
  return {
    key,
    consoleId: 'demo',
    host: 'desk.example',
    customerName: 'Zhang Wei',
    messages,
    composer: 'ready',
    hasDraft: false,
    ...parts,
  };
}
