import { useState } from 'react';
import type { Draft } from '../../lib/faces/studio-draft';
import { useTeam } from '../../lib/faces/use-team';
import type { TextKey } from '../../lib/i18n/translate';
import { mayDo } from '../../lib/protocol/hub-sync';
import type { MoveHow } from '../../lib/protocol/hub-team';
import { DropDown } from './drop-down';
import styles from './publish-bar.module.css';
import { useStudio } from './studio-context';

/** Brings the open answer, as the team has it, to another base of the team. */
export function MoveMenu({ draft }: { readonly draft: Draft }) {
  const { state, actions, team: store, t } = useStudio();
  const team = useTeam(store);
  const [told, setTold] = useState<TextKey>();
  const published = team.bases.filter(({ role }) => mayDo(role, 'supervisor'));
  if (!published.some(({ kb }) => kb === draft.base)) return null;
  const others = (state.bases ?? []).filter(
    ({ base }) => base.id !== draft.base && published.some(({ kb }) => kb === base.id),
  );
  if (others.length === 0) return null;
  const scopeHere = state.bases?.find(({ base }) => base.id === draft.base)?.base.scope;

  const nameOf = (kb: string) => others.find(({ base }) => base.id === kb)?.base.name ?? kb;
  const move = (to: string, how: MoveHow) => {
    setTold(undefined);
    const { base, id } = draft;
    store.review
      .move({ base, to, ids: [id], how })
      .then(async ({ outcome }) => {
        if (outcome !== 'moved') return setTold(`move.${outcome}`);
        await actions.refreshBases();
        actions.openEntry({ base: to, id });
        actions.say({ kind: 'team', words: t(`move.${how}.done`, { base: nameOf(to) }) });
      })
      .catch(() => setTold('move.unreachable'));
  };
  const choices = others.flatMap(({ base }) => {
    const hows: readonly MoveHow[] =
      base.scope === 'exclusive' && scopeHere === 'shared'
        ? ['move', 'copy', 'override']
        : ['move', 'copy'];
    return hows.map((how) => ({
      key: `${how} ${base.id}`,
      words: t(`move.${how}`, { base: base.name }),
      onChoose: () => move(base.id, how),
    }));
  });
  return (
    <>
      {told !== undefined && (
        <p className={styles.told} role="alert">
          {t(told)}
        </p>
      )}
      <DropDown wide label={t('move.menu.hint')} choices={choices}>
        {t('move.menu')} <span aria-hidden="true">▾</span>
      </DropDown>
    </>
  );
}
