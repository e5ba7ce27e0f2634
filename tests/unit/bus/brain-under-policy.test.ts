import { describe, expect, it } from 'vitest';
import { brainUnderPolicy } from '../../../lib/bus/brain-under-policy';
import { type BrainNews, defaultSettings } from '../../../lib/protocol/brain-calls';
import { noPolicy, type Policy } from '../../../lib/protocol/policy';
import { FakeBrain } from '../faces/support/fake-brain';

function under(policy: Policy | Promise<Policy>, seen?: Promise<Policy>) {
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
    seen,
  );
  return { brain, fake, tell: (news: BrainNews) => tell(news) };
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

describe('while a browser that has just started reads the policy', () => {
  const slow = () => {
    let tellPolicy: (policy: Policy) => void = () => {};
    const reading = new Promise<Policy>((resolve) => {
      tellPolicy = resolve;
    });
    return { reading, tellPolicy: (policy: Policy) => tellPolicy(policy) };
  };

  it('a face gets its settings at once, in the language that was set when it was last read', async () => {
    const { reading } = slow();
    const { brain } = under(reading, Promise.resolve({ consoles: [], language: 'zh' }));
    expect(await brain.call('settings.read', null)).toMatchObject({ language: 'zh' });
  });

  it('what it then says is told to the faces, where it is another language', async () => {
    const { reading, tellPolicy } = slow();
    const { brain } = under(reading, Promise.resolve(noPolicy));
    const heard: BrainNews[] = [];
    brain.onNews((news) => heard.push(news));
    expect(await brain.call('settings.read', null)).toMatchObject({ language: 'en' });
    tellPolicy({ consoles: [], language: 'zh' });
    await expect
      .poll(() => heard)
      .toMatchObject([{ news: 'settings.changed', settings: { language: 'zh', theme: 'dark' } }]);
  });

  it('nothing is told where it says the same', async () => {
    const { reading, tellPolicy } = slow();
    const { brain, tell } = under(reading, Promise.resolve({ consoles: [], language: 'zh' }));
    const heard: BrainNews[] = [];
    brain.onNews((news) => heard.push(news));
    await brain.call('settings.read', null);
    tellPolicy({ consoles: [], language: 'zh' });
    await reading;
    tell({ news: 'settings.changed', settings: { ...defaultSettings, theme: 'light' } });
    expect(heard).toMatchObject([{ settings: { theme: 'light', language: 'zh' } }]);
  });

  it('what was noted and cannot be read holds no face back', async () => {
    const { brain } = under({ consoles: [], language: 'zh' }, Promise.reject(new Error('Ruined')));
    expect(await brain.call('settings.read', null)).toMatchObject({ language: 'zh' });
  });

  it('no words of a customer go anywhere, whatever was set before', async () => {
    const { reading, tellPolicy } = slow();
    const { brain, fake } = under(reading, Promise.resolve({ consoles: [], shareText: true }));
    const gap = { id: 'gap-00000001', text: 'Where is it?', consoleId: 'x' };
    const offered = brain.call('gaps.offer', gap);
    await brain.call('settings.read', null);
    expect(fake.calls.map(({ name }) => name)).not.toContain('gaps.offer');
    tellPolicy({ consoles: [], shareText: false });
    expect(await offered).toEqual({ outcome: 'none' });
    expect(fake.calls.map(({ name }) => name)).not.toContain('gaps.offer');
  });
});

describe('words of a customer', () => {
  const gap = { id: 'gap-00000001', text: 'Where is it?', consoleId: 'x' };

  it('never get to the brain, and so to no hub, where the organisation forbids it', async () => {
    const { brain, fake } = under({ consoles: [], shareText: false });
    expect(await brain.call('gaps.offer', gap)).toEqual({ outcome: 'none' });
    expect(await brain.call('gaps.send', gap)).toEqual({ outcome: 'none' });
    expect(await brain.call('team-learning.offer', { seq: 1 })).toEqual({ outcome: 'none' });
    expect(fake.calls).toEqual([]);
  });

  it('are the team’s and the agent’s matter otherwise', async () => {
    const { brain, fake } = under(noPolicy);
    fake.answers['gaps.offer'] = async () => ({ outcome: 'ask', text: 'Where is it?' });
    expect((await brain.call('gaps.offer', gap)).outcome).toBe('ask');
  });
});
