import { beforeEach, describe, expect, it } from 'vitest';
import { createBrain } from '../../../lib/brain/create-brain';
import type { BrainHandlers } from '../../../lib/brain/handlers';
import chatwoot from '../../../lib/consoles/recipes/chatwoot.json';
import type { Recipe } from '../../../lib/protocol/recipe';
import { makeMemoryStore } from '../../../lib/store/memory-store';

const site = '^https://desk\\.example/inbox/';
const recipe = {
  ...chatwoot,
  id: 'taught-1',
  name: 'desk.example',
  match: { url: site },
} as Recipe;

let store: ReturnType<typeof makeMemoryStore>;
let brain: BrainHandlers;
const wake = () =>
  createBrain({
    store,
    readSample: async () => '',
    now: () => 1_000,
    tellFaces: () => {},
    whenIdle: (work) => work(),
  });
const taught = async () => (await brain['settings.read'](null)).taught;
const bringIn = async (change: object) =>
  brain['taught.import']({ content: JSON.stringify({ ...recipe, ...change }) });

beforeEach(async () => {
  store = makeMemoryStore();
  brain = await wake();
});

describe('a taught recipe', () => {
  it('is kept for the next brain, unproven until somebody has confirmed it', async () => {
    await brain['taught.keep']({ recipe, madeOn: 'c1' });
    brain = await wake();
    expect(await taught()).toMatchObject([{ madeOn: 'c1', at: 1_000, recipe: { version: 1 } }]);
    await brain['taught.confirm']({ id: 'taught-1' });
    expect((await taught())[0]?.madeOn).toBeNull();
  });

  it('takes the place of the one before, under the name that it was given', async () => {
    await brain['taught.keep']({ recipe, madeOn: 'c1' });
    await brain['taught.rename']({ id: 'taught-1', name: 'Our desk' });
    await brain['taught.keep']({ recipe, madeOn: 'c2' });
    expect(await taught()).toMatchObject([
      { madeOn: 'c2', recipe: { name: 'Our desk', version: 2 } },
    ]);
  });

  it('is not lost when two panels keep one each at the same time', async () => {
    await Promise.all(
      ['a', 'b', 'c'].map((id) => brain['taught.keep']({ recipe: { ...recipe, id }, madeOn: '' })),
    );
    expect((await taught()).map(({ recipe: { id } }) => id).sort()).toEqual(['a', 'b', 'c']);
  });

  it('is gone once it was deleted, and deleting it again says so', async () => {
    await brain['taught.keep']({ recipe, madeOn: 'c1' });
    expect(await brain['taught.delete']({ id: 'taught-1' })).toEqual({ outcome: 'done' });
    expect(await taught()).toEqual([]);
    expect(await brain['taught.delete']({ id: 'taught-1' })).toEqual({ outcome: 'gone' });
  });
});

describe('a recipe from somebody else', () => {
  const { open: _, ...safe } = recipe;

  it('is taken when it is for one site and cannot do harm', async () => {
    const content = JSON.stringify(safe);
    expect(await brain['taught.import']({ content })).toEqual({
      outcome: 'done',
      name: 'desk.example',
    });
    expect(await taught()).toMatchObject([{ madeOn: null, recipe: { id: 'taught-1' } }]);
  });

  it.each([
    ['clicks something', { open: '.send' }, 'opens'],
    ['is for every site', { match: { url: '.' } }, 'too-wide'],
    ['is for a host of any name', { match: { url: '^https://.*/' } }, 'too-wide'],
    ['has another site in it', { match: { url: '^https://a\\.example/|bank' } }, 'too-wide'],
    ['is for hosts that begin alike', { match: { url: '^https://a\\.exam/?' } }, 'too-wide'],
    ['is for no address', { match: { elements: ['body'] } }, 'too-wide'],
    [
      'has a pattern that may never end',
      { customerName: { from: 'url', regex: '(a+)+$' } },
      'pattern',
    ],
    ['has a field that no recipe has', { script: 'alert(1)' }, 'not-a-recipe'],
  ])('is refused when it %s', async (_, change, why) => {
    expect(await bringIn(change)).toEqual({ outcome: 'refused', why });
    expect(await taught()).toEqual([]);
  });

  it('is refused when it is no JSON', async () => {
    const content = 'recipe';
    expect(await brain['taught.import']({ content })).toMatchObject({ why: 'not-json' });
  });
});
