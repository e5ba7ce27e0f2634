import * as v from 'valibot';
import { importResultSchema } from './import-result';
import { fileLimits } from './knowledge-file';
import { count, id } from './wire-types';

const conversationRef = v.strictObject({ conversationKey: id, consoleId: id });

const foundConversationSchema = v.strictObject({
  conversationKey: id,
  consoleId: id,
  events: count,
  /** When the last of them happened, in ms since 1970. */
  lastAt: v.number(),
  /** The beginning of the customer's last message that is still kept. */
  excerpt: v.string(),
});
export type FoundConversation = v.InferOutput<typeof foundConversationSchema>;

/** What a person may do with everything that is kept on this machine. */
export const dataCalls = {
  /** All bases, settings and events as one file. */
  'data.export': {
    params: v.null(),
    result: v.strictObject({ fileName: v.string(), bytes: v.instance(Uint8Array) }),
  },
  /** Brings back the bases of such a file; settings and events stay as they are. */
  'data.restore-bases': {
    params: v.strictObject({ content: v.pipe(v.string(), v.maxLength(4 * fileLimits.bytes)) }),
    result: v.variant('outcome', [
      v.strictObject({ outcome: v.literal('restored'), bases: v.array(importResultSchema) }),
      v.strictObject({ outcome: v.literal('not-such-a-file') }),
    ]),
  },
  /** Afterwards the brain is as after the installation. */
  'data.erase-all': { params: v.null(), result: v.null() },
  /** Conversations with these words in their key or kept text, newest first; all for no words. */
  'data.find-conversations': {
    params: v.strictObject({ words: v.pipe(v.string(), v.maxLength(300)) }),
    result: v.strictObject({ conversations: v.array(foundConversationSchema) }),
  },
  /** Erases every event of these conversations, and with it all text that is kept of them. */
  'data.erase-conversations': {
    params: v.strictObject({ conversations: v.pipe(v.array(conversationRef), v.maxLength(1_000)) }),
    result: v.strictObject({ events: count }),
  },
} as const;
