/** What a console may show of a conversation besides names; a recipe says where. */
export const pageFields = ['order', 'plan', 'region', 'channel', 'language'] as const;
export type PageField = (typeof pageFields)[number];
export type FieldValues = { readonly [field in PageField]?: string };

/**
 * A place in an answer that is filled when it is used: `{{customer.name}}`, `{{order}}`,
 * `{{ask:order number}}`.
 */
export type SlotName = 'customer.name' | 'agent.name' | PageField | `ask:${string}`;
/** A slot whose name every console and interface language knows. */
export type NamedSlot = Exclude<SlotName, `ask:${string}`>;

/** Whether the slot is not of an author's own words. */
export const isNamedSlot = (slot: SlotName): slot is NamedSlot => !slot.startsWith('ask:');

export type AnswerPart =
  | { readonly kind: 'text'; readonly text: string; readonly start: number }
  | {
      readonly kind: 'slot';
      readonly name: SlotName;
      readonly start: number;
      readonly length: number;
    };

const slotPattern =
  /\{\{\s*(customer\.name|agent\.name|order|plan|region|channel|language|ask:[^{}\n]{1,80}?)\s*\}\}/g;

/**
 * Cuts an answer's template at its slots. Braces of any other form stay text, so nothing that an
 * author wrote is lost. `start` is the part's offset in the template.
 */
export function answerParts(template: string): AnswerPart[] {
  const parts: AnswerPart[] = [];
  let from = 0;
  for (const match of template.matchAll(slotPattern)) {
    if (match.index > from) {
      parts.push({ kind: 'text', text: template.slice(from, match.index), start: from });
    }
    const name = match[1] as SlotName;
    parts.push({ kind: 'slot', name, start: match.index, length: match[0].length });
    from = match.index + match[0].length;
  }
  if (from < template.length) parts.push({ kind: 'text', text: template.slice(from), start: from });
  return parts;
}

export type SlotValues = { readonly [name in SlotName]?: string };

/** The template with its slots filled, and the slots that still lack a value, in order. */
export function fillSlots(
  template: string,
  values: SlotValues,
): { readonly text: string; readonly missing: readonly SlotName[] } {
  const missing: SlotName[] = [];
  const text = answerParts(template)
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const value = values[part.name]?.trim();
      if (value) return value;
      if (!missing.includes(part.name)) missing.push(part.name);
      return `{{${part.name}}}`;
    })
    .join('');
  return { text, missing };
}
