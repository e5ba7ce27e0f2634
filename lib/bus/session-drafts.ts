import { type KeptDraft, readableDrafts } from '../protocol/kept-draft';

const storedAs = 'cuecard-drafts';

/**
 * Drafts kept in this tab for as long as it is open. The storage is that of the extension's frame:
 * the web page around it has another.
 */
export const sessionDrafts = {
  read: (): readonly KeptDraft[] => readableDrafts(sessionStorage.getItem(storedAs)),
  write(drafts: readonly KeptDraft[]): void {
    sessionStorage.setItem(storedAs, JSON.stringify(drafts));
  },
};
