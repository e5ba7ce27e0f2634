import { useState } from 'react';
import type { TeamStore } from '../../lib/faces/team-store';
import type { FigureSpan, FiguresReply } from '../../lib/protocol/hub-figures';
import type { HubRefusal } from '../../lib/protocol/team-page-calls';
import { usePolled } from './use-polled';

type Known = {
  readonly span: FigureSpan;
  /** As the hub last told them; undefined where it never did. */
  readonly reply?: FiguresReply;
  /** How the last question for them ended. */
  readonly load: 'told' | HubRefusal;
};

/** The hub counts once a minute. */
const lookEveryMs = 30_000;

/** The team's figures over so many days; undefined until the hub has answered. */
export function useFigures(
  team: TeamStore,
  span: FigureSpan,
  key: unknown,
): { readonly known: Known | undefined; readonly look: () => void } {
  const [known, setKnown] = useState<Known>();
  const failed = (load: HubRefusal) =>
    setKnown((held) => ({ ...(held?.span === span ? held : { span }), load }));
  const look = () => {
    team.actions.ask('team.figures', { days: span }).then(
      (answer) =>
        answer.outcome === 'told'
          ? setKnown({ span, reply: answer.reply, load: 'told' })
          : failed(answer.outcome),
      () => failed('unreachable'),
    );
  };
  usePolled(look, lookEveryMs, span, key);
  return { known: known?.span === span ? known : undefined, look };
}
