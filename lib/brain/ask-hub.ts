import * as v from 'valibot';
import type { HubRefusal } from '../protocol/team-page-calls';
import type { Membership } from '../store/team-rows';
import type { HubLink } from '../sync/hub-link';
import { parseAnswer } from '../sync/pull-base';

export type Told<Reply> =
  | { readonly outcome: 'told'; readonly reply: Reply }
  | { readonly outcome: HubRefusal };

type Question = { readonly path: string; readonly body?: object };

const refusalSchema = v.object({ error: v.string() });
const refusals: { readonly [status: number]: HubRefusal } = {
  400: 'refused',
  401: 'refused',
  403: 'refused',
  404: 'gone',
  409: 'conflict',
  410: 'too-old',
};

/** Asks the hub as this machine's member; posts where there is a body. It never rejects. */
export async function askHub<Schema extends v.GenericSchema>(
  link: HubLink,
  membership: Membership | undefined,
  { path, body }: Question,
  schema: Schema,
): Promise<Told<v.InferOutput<Schema>>> {
  if (membership === undefined) return { outcome: 'refused' };
  const { hub, token } = membership;
  const method = body === undefined ? 'GET' : 'POST';
  const given = body === undefined ? {} : { body };
  try {
    const { status, text } = await link.ask({ method, url: `${hub}${path}`, token, ...given });
    if (status === 200) return { outcome: 'told', reply: parseAnswer(schema, text) };
    // Only in the hub's own words: what a network's sign-in page answers is not the hub's no.
    parseAnswer(refusalSchema, text);
    return { outcome: refusals[status] ?? 'unreachable' };
  } catch {
    return { outcome: 'unreachable' };
  }
}
