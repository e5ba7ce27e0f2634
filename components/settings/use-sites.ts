import { useEffect, useState } from 'react';
import type { SiteList, SwitchedOnSite } from '../../lib/domain/site-switch';

/** The sites that Cuecard is on for, also when that changes elsewhere; undefined until known. */
export function useSites(sites: SiteList): readonly SwitchedOnSite[] | undefined {
  const [known, setKnown] = useState<readonly SwitchedOnSite[]>();
  useEffect(() => {
    const read = () => void sites.read().then(setKnown);
    read();
    return sites.onChange(read);
  }, [sites]);
  return known;
}
