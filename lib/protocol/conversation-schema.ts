import * as v from 'valibot';
import type { Conversation } from '../domain/conversation';
import { pageFields } from '../domain/slots';

/** The page's text is clipped where it enters; what is longer is no message but an attack. */
export const longestMessage = 20_000;
export const mostMessages = 60;

const shortText = v.pipe(v.string(), v.maxLength(300));

const messageSchema = v.strictObject({
  id: shortText,
  role: v.picklist(['customer', 'agent', 'bot', 'note', 'system', 'draft', 'pending']),
  kind: v.picklist(['text', 'image', 'file', 'voice']),
  text: v.pipe(v.string(), v.maxLength(longestMessage)),
  at: v.exactOptional(v.pipe(v.number(), v.finite())),
});

/** A field of the page is a word or two; what is longer was read from the wrong place. */
export const longestField = 80;
export const mostLabels = 20;
const field = v.pipe(v.string(), v.maxLength(longestField));
export const fieldsSchema = v.strictObject(v.entriesFromList(pageFields, v.exactOptional(field)));

export const conversationSchema: v.GenericSchema<unknown, Conversation> = v.strictObject({
  key: shortText,
  consoleId: shortText,
  host: shortText,
  customerName: v.exactOptional(shortText),
  agentName: v.exactOptional(shortText),
  fields: v.exactOptional(fieldsSchema),
  labels: v.exactOptional(v.pipe(v.array(field), v.maxLength(mostLabels))),
  messages: v.pipe(v.array(messageSchema), v.maxLength(mostMessages)),
  composer: v.picklist(['ready', 'note', 'missing']),
  hasDraft: v.boolean(),
});
