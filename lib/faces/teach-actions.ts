import type { Settings } from '../protocol/brain-calls';
import type { TeachState } from '../protocol/teach-messages';
import type { PanelActions } from './panel-actions';
import type { PanelState, SharingTold } from './panel-state';
import type { PanelTools } from './panel-tools';

type TeachActions = Pick<
  PanelActions,
  | 'startTeaching'
  | 'moveTeaching'
  | 'pointAt'
  | 'stopTeaching'
  | 'keepTaught'
  | 'confirmTaught'
  | 'shareTaught'
  | 'dismissSharing'
  | 'showReading'
  | 'teachNextOn'
>;

/** Pointing out how a console is read: the page does it, the panel asks and shows. */
export function teachActions(tools: PanelTools) {
  const { get, set, brain, console: page } = tools;

  const actions: TeachActions = {
    startTeaching() {
      if (get().settings.teachNext !== '') actions.teachNextOn('');
      set({ teachFailed: false, sharing: undefined });
      page.send({ type: 'teach.start' });
    },
    moveTeaching: (to) => page.send({ type: 'teach.move', to }),
    pointAt: (field) => page.send({ type: 'teach.field', field }),
    stopTeaching() {
      set({ teaching: undefined });
      page.send({ type: 'teach.stop' });
    },
    async keepTaught() {
      const made = get().teaching?.made;
      if (!made) return;
      try {
        await brain.call('taught.keep', { recipe: made.recipe, madeOn: made.key });
        actions.stopTeaching();
      } catch {
        set({ teachFailed: true });
      }
    },
    confirmTaught(id) {
      set({ teachFailed: false });
      brain.call('taught.confirm', { id }).then(
        ({ outcome }) => outcome === 'done' && set({ sharing: { id, told: undefined } }),
        () => set({ teachFailed: true }),
      );
    },
    async shareTaught() {
      const { sharing } = get();
      if (sharing === undefined || sharing.told === 'sharing') return;
      const tell = (told: SharingTold) => {
        if (get().sharing?.id !== sharing.id) return;
        // It is read out now; whatever a card says later is again.
        set({ sharing: { ...sharing, told }, lastStatus: undefined });
      };
      tell('sharing');
      try {
        tell((await brain.call('recipe.share', { id: sharing.id })).outcome);
      } catch {
        tell('failed');
      }
    },
    dismissSharing: () => set({ sharing: undefined }),
    showReading: (isShown) => page.send({ type: 'teach.show', isShown }),
    teachNextOn(teachNext) {
      set({ settings: { ...get().settings, teachNext } });
      brain.call('settings.change', { teachNext }).catch(() => {});
    },
  };

  return {
    actions,
    hear(state: TeachState | null) {
      set({ teaching: state ?? undefined });
    },
    /** The page is told whenever what was taught changes, here, elsewhere or in the team. */
    follow(state: PanelState, before: PanelState) {
      forgetShared(state, before);
      followRecipes(state, before);
    },
  };

  /** What was said of sharing has been read when the next conversation is open. */
  function forgetShared({ sharing, conversation }: PanelState, before: PanelState) {
    const hasMoved = conversation?.key !== before.conversation?.key;
    if (hasMoved && sharing?.told === 'done') set({ sharing: undefined });
  }

  function followRecipes({ settings }: PanelState, { settings: before }: PanelState) {
    const isSame = settings.taught === before.taught && settings.teamRecipes === before.teamRecipes;
    if (isSame) return;
    const recipes = recipesFirst(settings);
    if (recipes.length + recipesFirst(before).length > 0) {
      page.send({ type: 'recipes.use', recipes });
    }
  }
}

/** What goes before the bundled recipes: one's own, then the team's. */
const recipesFirst = ({ taught, teamRecipes }: Settings) =>
  [...taught, ...teamRecipes].map(({ recipe }) => recipe);
