import type { Brain, BrainLink, BrainNews, ResultOf, Settings } from '../protocol/brain-calls';
import { noPolicy, type Policy } from '../protocol/policy';

/**
 * The brain as all faces of a managed browser see it: what the organisation has set stands over what
 * the person chose, which is kept and comes back with the end of the policy.
 * @param seen what it had set before: faces go by it while the browser, just starting, reads
 */
export function brainUnderPolicy(
  brain: Brain & BrainLink,
  reading: Promise<Policy>,
  seen: Promise<Policy> = reading,
): Brain & BrainLink {
  const listeners = new Set<(news: BrainNews) => void>();
  let policy: Policy = noPolicy;
  let isKnown = false;
  /** The person's own, as a face got them last. */
  let given: Settings | undefined;
  const known = reading.then((read) => {
    const isOther = read.language !== policy.language;
    policy = read;
    isKnown = true;
    if (!isOther || given === undefined) return;
    const news: BrainNews = { news: 'settings.changed', settings: ruled(given) };
    for (const listener of listeners) listener(news);
  });
  const guessed = seen.then(
    (before) => {
      if (!isKnown) policy = before;
    },
    () => known,
  );
  const ruled = (settings: Settings): Settings => {
    given = settings;
    return policy.language === undefined ? settings : { ...settings, language: policy.language };
  };
  const call: Brain['call'] = async (name, params) => {
    if (name === 'gaps.offer' || name === 'gaps.send' || name === 'team-learning.offer') {
      await known;
      // It does not even get to the brain, which is the one that talks to the hub.
      if (policy.shareText === false) return { outcome: 'none' } as ResultOf<typeof name>;
    }
    const result = await brain.call(name, params);
    if (name !== 'settings.read' && name !== 'settings.change') return result;
    await Promise.race([known, guessed]);
    return ruled(result as Settings) as typeof result;
  };
  brain.onNews((news) => {
    const told: BrainNews =
      news.news === 'settings.changed' ? { ...news, settings: ruled(news.settings) } : news;
    for (const listener of listeners) listener(told);
  });
  return {
    ...brain,
    call,
    onNews(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
