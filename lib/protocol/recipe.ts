import * as v from 'valibot';

/**
 * Selector lists are tried in order; the first that matches something visible is used. ` >>> ` goes
 * from a host into its open shadow root, or from a frame into its document.
 */
const selector = v.pipe(v.string(), v.minLength(1), v.maxLength(400));
const selectors = v.pipe(v.array(selector), v.minLength(1), v.maxLength(8));
/** Regular expressions are data from outside: short, and run on short strings only. */
const pattern = v.pipe(v.string(), v.minLength(1), v.maxLength(120));

/** Where a value is read from: an element's text or attribute, or the page's address. */
const singleSources = [
  v.strictObject({ from: v.literal('url'), regex: pattern }),
  v.strictObject({ from: v.literal('text'), selectors, regex: v.optional(pattern) }),
  v.strictObject({
    from: v.literal('attribute'),
    selectors,
    attribute: v.pipe(v.string(), v.maxLength(60)),
    regex: v.optional(pattern),
  }),
] as const;
const valueSource = v.variant('from', singleSources);
/** What tells conversations apart may be several values together. */
const keySource = v.variant('from', [
  ...singleSources,
  v.strictObject({
    from: v.literal('all'),
    sources: v.pipe(
      // `rows`: what is said. Holds while the list goes on from what was seen of it.
      v.array(v.variant('from', [...singleSources, v.strictObject({ from: v.literal('rows') })])),
      v.minLength(1),
      v.maxLength(4),
    ),
  }),
]);

const identity = {
  /** kebab-case; also the file's name. */
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,40}$/)),
  name: v.pipe(v.string(), v.maxLength(60)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
};
/** Date of the last check, YYYY-MM-DD. */
const checkedOn = v.pipe(v.string(), v.maxLength(10));

/**
 * How one console is read and written. Data only: no expressions, loops or conditions; every verb
 * is in the package. A recipe never widens the sites on which Cuecard runs.
 */
export const recipeSchema = v.strictObject({
  ...identity,
  /** How far the check went. `reported`: from dated reports of others, and unproven. */
  checked: v.strictObject({
    on: checkedOn,
    standing: v.picklist(['seen running', 'from source', 'reported']),
  }),
  match: v.strictObject({
    /** Regex on origin + path + hash; absent for consoles that teams host themselves. */
    url: v.optional(pattern),
    /** All of these must be in the page. */
    elements: v.optional(v.pipe(v.array(selector), v.maxLength(4))),
  }),
  /** Selector of the same-origin frame that holds conversation and composer. */
  frame: v.optional(selector),
  /** The element whose rows are the messages. Of several, the visible one is read. */
  list: selectors,
  row: selector,
  /** Attribute of the row (or of the first match of `in`) that names it for good. */
  rowId: v.optional(
    v.strictObject({ in: v.optional(selector), attribute: v.pipe(v.string(), v.maxLength(60)) }),
  ),
  /** Where in the row the written text is; the whole row when absent. */
  text: v.optional(selectors),
  /** Where in the row a machine-readable time is. */
  time: v.optional(
    v.strictObject({
      selectors,
      attribute: v.optional(v.pipe(v.string(), v.maxLength(60))),
      unit: v.picklist(['iso', 's', 'ms']),
    }),
  ),
  /** A row has the first role, in this order, of which it (or something in it) matches a selector. */
  roles: v.strictObject({
    pending: v.optional(selectors),
    draft: v.optional(selectors),
    note: v.optional(selectors),
    system: v.optional(selectors),
    bot: v.optional(selectors),
    agent: v.optional(selectors),
    customer: selectors,
  }),
  /** The side at which the customer's rows stand, where nothing in the rows tells; `roles` then is idle. */
  customerSide: v.optional(v.picklist(['start', 'end'])),
  /** What in a row shows that it holds something else than text. */
  kinds: v.optional(
    v.strictObject({
      image: v.optional(selectors),
      file: v.optional(selectors),
      voice: v.optional(selectors),
    }),
  ),
  /** `by-time`: agents choose; the times of the rows at both ends tell. */
  order: v.picklist(['oldest-first', 'newest-first', 'by-time']),
  conversationId: keySource,
  customerName: v.optional(valueSource),
  agentName: v.optional(valueSource),
  /** Where else of the conversation something is shown that answers have slots for. */
  fields: v.optional(
    v.strictObject({
      order: v.optional(valueSource),
      plan: v.optional(valueSource),
      region: v.optional(valueSource),
      channel: v.optional(valueSource),
      language: v.optional(valueSource),
    }),
  ),
  /** The conversation's labels, or tags: each element that any of these matches. Bases may go by them. */
  labels: v.optional(selectors),
  /** The reply box: a textarea, an input, an editable element, or the iframe whose body is one. */
  composer: selectors,
  /** While one of these is visible the reply box writes a note to staff. */
  noteModeWhen: v.optional(selectors),
  /** What to click so that a reply box appears, where there is none before. */
  open: v.optional(selector),
  insert: v.optional(
    v.strictObject({
      /** Steps of the insertion cascade that are known to fail here. */
      skip: v.optional(v.array(v.picklist(['paste', 'paste-html', 'beforeinput', 'exec']))),
    }),
  ),
});

/** A console of which only the address is known: it is called by its name, and read by its looks. */
export const hostOnlySchema = v.strictObject({
  id: identity.id,
  name: identity.name,
  match: v.strictObject({ url: pattern }),
});

export type Recipe = v.InferOutput<typeof recipeSchema>;
export type HostOnly = v.InferOutput<typeof hostOnlySchema>;
export type ValueSource = v.InferOutput<typeof valueSource>;
export type KeySource = v.InferOutput<typeof keySource>;
