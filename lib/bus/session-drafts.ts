import { type KeptDraft, readableDrafts } from '../protocol/kept-draft';

const storedAs = 'cuecard-drafts';

/**
 * Drafts kept in this tab for as long as it is open. The storage is that of the extension's frame:
 * the web page around it has another. Where frames get no storage, touching it throws, and drafts are
 * not kept.
 */
export const sessionDrafts = {
  read(): readonly KeptDraft[] {
    try {
      return readableDrafts(sessionStorage.getItem(storedAs));
    } catch {
      return [];
    }
  },
  write(drafts: readonly KeptDraft[]): void {
    try {
      sessionStorage.setItem(storedAs, JSON.stringify(drafts));
    } catch {
      // No storage, or no room in it.
    }
  },
};
