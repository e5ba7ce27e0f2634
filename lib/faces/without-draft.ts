import type { KeptDraft } from '../protocol/kept-draft';

export function withoutDraft(
  drafts: readonly KeptDraft[],
  { conversationKey: key }: Pick<KeptDraft, 'conversationKey'>,
  text: string,
): readonly KeptDraft[] {
  return drafts.filter((draft) => draft.conversationKey !== key || draft.text !== text);
}
