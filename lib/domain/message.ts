/**
 * Who a row of the console's message list comes from.
 * - `note`: written by staff, never seen by the customer
 * - `bot`: sent to the customer by the console's own automation
 * - `draft` and `pending`: not sent yet; they are no part of the conversation
 */
export type Role = 'customer' | 'agent' | 'bot' | 'note' | 'system' | 'draft' | 'pending';

export type MessageKind = 'text' | 'image' | 'file' | 'voice';

export type Message = {
  /** The console's own row id, or one made from role, text and place. Unique within a conversation. */
  readonly id: string;
  readonly role: Role;
  readonly kind: MessageKind;
  /** What was written; for other kinds the file's name or description, possibly empty. */
  readonly text: string;
  /** When it was written, in ms since 1970, where the console shows it in a machine-readable way. */
  readonly at?: number;
};
