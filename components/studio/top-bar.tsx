import { chosenBase } from '../../lib/faces/studio-state';
import { exportFormats } from '../../lib/protocol/import-calls';
import { Button } from '../ui/button';
import { Logo } from '../ui/logo';
import { BaseSelect } from './base-select';
import { DropDown } from './drop-down';
import { goTo } from './places';
import { useStudio } from './studio-context';
import styles from './top-bar.module.css';

/** Which base, and what can be done with it. */
export function TopBar() {
  const { state, actions, t } = useStudio();
  const base = chosenBase(state)?.base;
  const write = () => {
    actions.showPlace('answers');
    actions.newEntry();
    goTo('title');
  };
  return (
    <header className={styles.bar}>
      <Logo />
      <h1>{t('studio.name')}</h1>
      <BaseSelect />
      <span className={styles.gap} />
      <Button onClick={() => actions.openImport()}>{t('studio.import')}</Button>
      {base !== undefined && (
        <>
          <DropDown
            label={t('studio.export')}
            choices={exportFormats.map((format) => ({
              key: format,
              words: t(`studio.export.${format}`),
              onChoose: () => void actions.exportBase(base.id, format),
            }))}
          >
            {t('studio.export')} <span aria-hidden="true">▾</span>
          </DropDown>
          <DropDown
            label={t('studio.base.menu')}
            choices={[
              {
                key: 'edit',
                words: t('studio.base.edit'),
                onChoose: () => actions.openDialog({ kind: 'base', base }),
              },
              {
                key: 'new',
                words: t('studio.base.new'),
                onChoose: () => actions.openDialog({ kind: 'base', base: undefined }),
              },
              // Small talk comes with the package, and would be back after the next start.
              ...(base.smallTalk
                ? []
                : [
                    {
                      key: 'remove',
                      words: t('studio.base.remove'),
                      danger: true,
                      onChoose: () => actions.openDialog({ kind: 'remove-base', base }),
                    },
                  ]),
            ]}
          >
            <span aria-hidden="true">⋯</span>
          </DropDown>
          <Button look="primary" onClick={write}>
            {t('studio.new')}
          </Button>
        </>
      )}
    </header>
  );
}
