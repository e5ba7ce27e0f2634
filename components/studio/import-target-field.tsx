import { newTarget } from '../../lib/faces/studio-import-actions';
import type { ReadyPreview } from '../../lib/protocol/import-calls';
import dialogStyles from './dialog.module.css';
import { useStudio } from './studio-context';

/** Which base the answers go to. */
export function ImportTargetField({ preview }: { readonly preview: ReadyPreview }) {
  const { state, actions, t } = useStudio();
  const bases = (state.bases ?? []).map(({ base }) => base);
  const { base: target, baseExists } = preview;
  const choose = (id: string) => {
    const base = bases.find((one) => one.id === id);
    void actions.importInto(
      base === undefined
        ? newTarget(baseExists ? t('studio.start.base-name') : target.name, target.language)
        : { id: base.id, name: base.name, language: base.language },
    );
  };
  return (
    <label className={dialogStyles.field}>
      <span>{t('studio.import.into')}</span>
      <select value={baseExists ? target.id : ''} onChange={(event) => choose(event.target.value)}>
        <option value="">
          {baseExists
            ? t('studio.import.new-base')
            : t('studio.import.into.new', { name: target.name })}
        </option>
        {bases.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
