import type { ConversationRef } from '../domain/pick';
import type { SiteList } from '../domain/site-switch';
import type { Brain } from '../protocol/brain-calls';
import type { FoundConversation } from '../protocol/data-calls';
import { saveFile } from './save-file';

export type RestoreOutcome =
  | { readonly kind: 'restored'; readonly bases: number; readonly refused: number }
  | { readonly kind: 'not-such-a-file' };

/** What a person may do with everything that is kept on this machine. Each rejects when it fails. */
export type DataDesk = {
  exportAll(): Promise<void>;
  restore(file: File): Promise<RestoreOutcome>;
  find(words: string): Promise<readonly FoundConversation[]>;
  /** Gives back how many events were erased. */
  eraseConversations(conversations: readonly ConversationRef[]): Promise<number>;
  /** Knowledge, settings, events and every permission for a site. */
  eraseAll(): Promise<void>;
};

type Tools = {
  readonly brain: Brain;
  readonly sites: SiteList;
  readonly save?: typeof saveFile;
};

export function makeDataDesk({ brain, sites, save = saveFile }: Tools): DataDesk {
  return {
    async exportAll() {
      const { fileName, bytes } = await brain.call('data.export', null);
      save(fileName, 'application/json', bytes);
    },
    async restore(file) {
      const read = await brain.call('data.restore-bases', { content: await file.text() });
      if (read.outcome === 'not-such-a-file') return { kind: 'not-such-a-file' };
      const refused = read.bases.filter(({ outcome }) => outcome !== 'imported').length;
      return { kind: 'restored', bases: read.bases.length - refused, refused };
    },
    async find(words) {
      return (await brain.call('data.find-conversations', { words })).conversations;
    },
    async eraseConversations(conversations) {
      const refs = conversations.map(({ conversationKey, consoleId }) => ({
        conversationKey,
        consoleId,
      }));
      return (await brain.call('data.erase-conversations', { conversations: refs })).events;
    },
    async eraseAll() {
      await brain.call('data.erase-all', null);
      for (const { pattern } of await sites.read()) await sites.turnOff(pattern);
    },
  };
}
