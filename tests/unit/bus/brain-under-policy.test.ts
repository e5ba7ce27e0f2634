import { describe, expect, it } from 'vitest';
import { brainUnderPolicy } from '../../../lib/bus/brain-under-policy';
import { type BrainNews, defaultSettings } from '../../../lib/protocol/brain-calls';
import { noPolicy, type Policy } from '../../../lib/protocol/policy';
import { FakeBrain } from '../faces/support/fake-brain';

function under(policy: Policy) {
  const fake = new FakeBrain();
  fake.settings = { ...defaultSettings, language: 'en', theme: 'dark' };
  let tell: (news: BrainNews) => void = () => {};
  const brain = brainUnderPolicy(
    {
      call: (name, params) => fake.call(name, params),
      onNews(listener) {
        tell = listener;
        return () => {};
      },
      onLink: () => () => {},
    },
    Promise.resolve(policy),
  );
  return { brain, tell: (news: BrainNews) => tell(news) };
}

describe('the settings that a face of a managed browser gets', () => {
  it('have the organisation’s language, and the person’s own rest', async () => {
    const { brain } = under({ consoles: [], language: 'zh' });
    expect(await brain.call('settings.read', null)).toMatchObject({
      language: 'zh',
      theme: 'dark',
    });
  });

  it('keep it when they change elsewhere', async () => {
    const { brain, tell } = under({ consoles: [], language: 'zh' });
    await brain.call('settings.read', null);
    const heard: BrainNews[] = [];
    brain.onNews((news) => heard.push(news));
    tell({ news: 'settings.changed', settings: { ...defaultSettings, language: 'en' } });
    expect(heard).toEqual([
      { news: 'settings.changed', settings: { ...defaultSettings, language: 'zh' } },
    ]);
  });

  it('are the person’s own without a policy', async () => {
    const { brain } = under(noPolicy);
    expect(await brain.call('settings.read', null)).toMatchObject({ language: 'en' });
  });
});
