import { useEffect, useState } from 'react';
import { waitText } from '../../lib/faces/age-text';
import { usePanel } from './panel-context';

/** How long the customer has been waiting, counted on every second. */
export function WaitingTime({ since }: { readonly since: number }) {
  const { now, t } = usePanel();
  const [at, setAt] = useState(now);
  useEffect(() => {
    setAt(now());
    const ticking = setInterval(() => setAt(now()), 1000);
    return () => clearInterval(ticking);
  }, [now]);
  return (
    <span style={{ fontVariantNumeric: 'tabular-nums' }}>
      {t('heard.waiting', { time: waitText(at - since) })}
    </span>
  );
}
