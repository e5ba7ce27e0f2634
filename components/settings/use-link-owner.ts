import { useEffect, useState } from 'react';
import type { ResultOf } from '../../lib/protocol/brain-calls';
import { usePanel } from '../panel/panel-context';

/** As whom a person's own link lets in, in words; none while nothing is known of it. */
export function useLinkOwner(link: string): string {
  const { team, t } = usePanel();
  const [owner, setOwner] = useState<ResultOf<'team.link-owner'>>();
  useEffect(() => {
    let isOver = false;
    setOwner(undefined);
    if (link === '') return undefined;
    const settle = (found: ResultOf<'team.link-owner'>) => {
      if (!isOver) setOwner(found);
    };
    team.actions.linkOwner(link).then(settle, () => settle({ outcome: 'unreachable' }));
    return () => {
      isOver = true;
    };
  }, [link, team]);
  if (owner === undefined) return '';
  if (owner.outcome === 'known') return t('settings.team.own.as', owner);
  return t(owner.outcome === 'used-up' ? 'settings.team.own.used-up' : 'settings.team.unreachable');
}
