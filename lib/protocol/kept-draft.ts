import * as v from 'valibot';

/** Text that an agent had written for a conversation when the page was loaded anew. */
export const keptDraftSchema = v.strictObject({
  conversationKey: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
  text: v.pipe(v.string(), v.minLength(1), v.maxLength(20_000)),
});
export type KeptDraft = v.InferOutput<typeof keptDraftSchema>;

/** Nothing when there is no text, or no conversation that it belongs to. */
export function draftOf(conversationKey: string | undefined, text: string): KeptDraft | null {
  const draft = v.safeParse(keptDraftSchema, { conversationKey, text: text.trim() });
  return draft.success ? draft.output : null;
}

/** The drafts in what was stored; none when that is something else. */
export function readableDrafts(stored: string | null): readonly KeptDraft[] {
  try {
    return v.parse(v.pipe(v.array(keptDraftSchema), v.maxLength(100)), JSON.parse(stored ?? '[]'));
  } catch {
    return [];
  }
}
