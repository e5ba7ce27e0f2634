import { refusedReplySchema } from '../protocol/hub-learned';
import type { Store } from '../store/store';
import type { Membership } from '../store/team-rows';
import type { HubLink } from './hub-link';
import { BadCopy, parseAnswer } from './pull-base';

type Parts = { readonly store: Store; readonly link: HubLink };

/** Makes what this machine does not learn what the hub's mark stands for. */
export async function pullRefused(
  { store, link }: Parts,
  { hub, token }: Membership,
  mark: string | null,
): Promise<void> {
  const { refused } = await store.readTeam();
  if ((refused?.mark ?? null) === mark) return;
  if (mark === null) return store.changeTeam({ refused: null });
  const answer = await link.ask({ method: 'GET', url: `${hub}/v1/learned/refused`, token });
  if (answer.status !== 200) throw new BadCopy(`The hub answered ${answer.status}`);
  const reply = parseAnswer(refusedReplySchema, answer.text);
  await store.changeTeam({
    refused: { mark: reply.mark ?? mark, redaction: reply.redaction, ids: reply.refused },
  });
}
