import { ageText } from '../../lib/faces/age-text';
import { commandLabel } from '../../lib/faces/key-label';
import { type Draft, draftKey, isChanged } from '../../lib/faces/studio-draft';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import styles from './editor.module.css';
import { MoveMenu } from './move-menu';
import { goTo } from './places';
import { useStudio } from './studio-context';

/** How the open answer stands, and what can be done with it as a whole. */
export function EditorBar({ draft }: { readonly draft: Draft }) {
  const { state, actions, now, language, t } = useStudio();
  const changed = isChanged(draft);
  const isSaving = state.saving.includes(draftKey(draft));
  const { saved } = draft;
  const standing = () => {
    if (saved === undefined) return t('studio.state.new');
    if (changed) return t('studio.state.edited');
    return t('studio.state.saved', { ago: ageText(saved.updatedAt, now(), language) });
  };
  const back = () => {
    actions.closeEditor();
    goTo('list');
  };
  return (
    <div className={styles.bar}>
      <Button look="ghost" className={styles.back} onClick={back}>
        <span className={styles.arrow} aria-hidden="true">
          ←
        </span>
        {t('studio.back')}
      </Button>
      <Chip tone={changed ? 'good' : 'plain'}>{standing()}</Chip>
      <div className={styles.deeds}>
        {changed && (
          <Button
            look="ghost"
            onClick={() => {
              actions.discard();
              goTo(saved === undefined ? 'list' : 'title');
            }}
          >
            {t(saved === undefined ? 'studio.discard.new' : 'studio.discard')}
          </Button>
        )}
        {saved !== undefined && !changed && <MoveMenu draft={draft} />}
        {saved !== undefined && (
          <Button
            look="ghost"
            onClick={() => {
              void actions.remove(draft);
              goTo('list');
            }}
          >
            {t('studio.delete')}
          </Button>
        )}
        <Button
          look={changed ? 'primary' : 'plain'}
          disabled={!changed}
          aria-busy={isSaving}
          title={t('studio.save.key', { keys: commandLabel('KeyS', state.platform) })}
          onClick={() => void actions.save()}
        >
          {t(isSaving ? 'studio.saving' : 'studio.save')}
        </Button>
      </div>
    </div>
  );
}
