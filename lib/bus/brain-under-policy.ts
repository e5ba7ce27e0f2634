import type { Brain, BrainLink, ResultOf, Settings } from '../protocol/brain-calls';
import { noPolicy, type Policy } from '../protocol/policy';

/**
 * The brain as all faces of a managed browser see it: what the organisation has set stands over what
 * the person chose, which is kept and comes back with the end of the policy.
 */
export function brainUnderPolicy(
  brain: Brain & BrainLink,
  reading: Promise<Policy>,
): Brain & BrainLink {
  let policy: Policy = noPolicy;
  const known = reading.then((read) => {
    policy = read;
  });
  const ruled = (settings: Settings): Settings =>
    policy.language === undefined ? settings : { ...settings, language: policy.language };
  const call: Brain['call'] = async (name, params) => {
    if (name === 'gaps.offer' || name === 'gaps.send') {
      await known;
      // It does not even get to the brain, which is the one that talks to the hub.
      if (policy.shareText === false) return { outcome: 'none' } as ResultOf<typeof name>;
    }
    const result = await brain.call(name, params);
    if (name !== 'settings.read' && name !== 'settings.change') return result;
    await known;
    return ruled(result as Settings) as typeof result;
  };
  return {
    ...brain,
    call,
    onNews: (listener) =>
      brain.onNews((news) =>
        listener(
          news.news === 'settings.changed' ? { ...news, settings: ruled(news.settings) } : news,
        ),
      ),
  };
}
