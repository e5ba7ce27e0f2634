import * as v from 'valibot';

const longestKey = 300;
const longestText = 20_000;

/** Text that an agent had written for a conversation when the page was loaded anew. */
export const keptDraftSchema = v.strictObject({
  conversationKey: v.pipe(v.string(), v.minLength(1), v.maxLength(longestKey)),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(longestText)),
});
export type KeptDraft = v.InferOutput<typeof keptDraftSchema>;

/**
 * Nothing when there is no text, or no conversation that it belongs to. Without the schema, which
 * the console script, loaded into every page, need not carry.
 */
export function draftOf(conversationKey = '', written: string): KeptDraft | null {
  const text = written.trim();
  if (conversationKey === '' || conversationKey.length > longestKey) return null;
  return text === '' || text.length > longestText ? null : { conversationKey, text };
}

/** The drafts in what was stored; none when that is something else. */
export function readableDrafts(stored: string | null): readonly KeptDraft[] {
  try {
    return v.parse(v.pipe(v.array(keptDraftSchema), v.maxLength(100)), JSON.parse(stored ?? '[]'));
  } catch {
    return [];
  }
}
