import * as v from 'valibot';
import type { Draft } from './draft';
import { FileRefused, importCaps } from './file-refused';
import { htmlToText, looksLikeHtml } from './html-to-text';
import type { ParsedJson } from './parse-json';
import { ownSlots } from './tool-slots';

const anyId = v.optional(v.union([v.string(), v.number()]));

const zendeskSchema = v.object({
  id: anyId,
  title: v.string(),
  active: v.optional(v.boolean()),
  actions: v.array(v.object({ field: v.string(), value: v.unknown() })),
});

const chatwootSchema = v.object({ id: anyId, short_code: v.string(), content: v.string() });

export type ToolFile = {
  readonly format: 'zendesk' | 'chatwoot';
  readonly drafts: readonly Draft[];
};

/**
 * Reads the JSON that Zendesk's macros API (`GET /api/v2/macros`) and Chatwoot's canned responses API
 * give, as the list itself or wrapped in an object. Undefined when it is neither.
 */
export function readOtherTools(json: ParsedJson): ToolFile | undefined {
  const listed = listOf(json.value);
  if (listed === undefined) return undefined;
  const { list, depth } = listed;
  if (list.length > importCaps.rows) {
    throw new FileRefused('too-many-rows', `The file has more than ${importCaps.rows} entries.`);
  }
  const lines = json.linesOf(depth);
  const first = list.find((each) => typeof each === 'object' && each !== null);
  if (v.is(chatwootSchema, first)) {
    return { format: 'chatwoot', drafts: list.map((each, at) => chatwoot(each, lines[at] ?? 1)) };
  }
  if (typeof first === 'object' && first !== null && 'actions' in first && 'title' in first) {
    const drafts = list.map((each, at) => zendesk(each, lines[at] ?? 1));
    return { format: 'zendesk', drafts: drafts.filter((draft) => draft !== undefined) };
  }
  return undefined;
}

function listOf(value: unknown) {
  if (Array.isArray(value)) return { list: value as unknown[], depth: 2 };
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of ['macros', 'payload', 'data', 'canned_responses']) {
    const list = Object.hasOwn(value, key) ? (value as Record<string, unknown>)[key] : undefined;
    if (Array.isArray(list)) return { list: list as unknown[], depth: 3 };
  }
  return undefined;
}

function chatwoot(value: unknown, row: number): Draft {
  const parsed = v.safeParse(chatwootSchema, value);
  if (!parsed.success) return { row };
  const { id, short_code, content } = parsed.output;
  return { row, ...idOf('chatwoot', id), title: short_code, answer: toolAnswer(content) };
}

/** A macro that writes no reply (it only sets fields of the ticket) is nothing to import. */
function zendesk(value: unknown, row: number): Draft | undefined {
  const parsed = v.safeParse(zendeskSchema, value);
  if (!parsed.success) return { row };
  const { id, title, actions } = parsed.output;
  const written = actions.find(({ field }) => /^comment_value(?:_html)?$/.test(field));
  if (written === undefined) return undefined;
  // Channel-dependent comments come as [channel, text].
  const text = Array.isArray(written.value) ? written.value.at(-1) : written.value;
  const answer = typeof text === 'string' ? toolAnswer(text) : '';
  return { row, ...idOf('zendesk', id), title: title.replaceAll('::', ' › '), answer };
}

function idOf(tool: string, id: string | number | undefined): { id?: string } {
  return id === undefined ? {} : { id: `${tool}-${id}` };
}

/** An answer that was written in another tool, in our words for slots and marks. */
export function toolAnswer(text: string): string {
  return ownSlots(looksLikeHtml(text) ? htmlToText(text) : text.replace(/\r\n?/g, '\n'));
}
