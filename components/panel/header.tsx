import { useCallback, useId, useState } from 'react';
import { actionLabel } from '../../lib/faces/key-label';
import { placeOf } from '../../lib/faces/panel-place';
import { Button } from '../ui/button';
import { Chip } from '../ui/chip';
import { Logo } from '../ui/logo';
import styles from './header.module.css';
import { LanguageSwitch } from './language-switch';
import { usePanel } from './panel-context';
import { SettingsMenu } from './settings-menu';

/** Towards the edge that the panel folds to. */
const foldSigns = { left: '⟨', right: '⟩', bottom: '⟩' } as const;
export function Header() {
  const { state, actions, t } = usePanel();
  const [isMenuOpen, setMenuOpen] = useState(false);
  const closeMenu = useCallback(() => setMenuOpen(false), []);
  const menuId = useId();
  const names = (state.bases ?? [])
    .filter((base) => !base.smallTalk && base.entries > 0)
    .map((base) => base.name);
  const name = names[0];
  const toggleKey = actionLabel('toggle', state.bindings, state.platform);
  return (
    <header className={styles.header}>
      <Logo />
      <h1>{t('panel.name')}</h1>
      <div className={styles.base}>
        {name !== undefined && <Chip title={names.join(', ')}>{name}</Chip>}
        {names.length > 1 && <span title={names.join(', ')}>+{names.length - 1}</span>}
      </div>
      <LanguageSwitch />
      <Button
        look="ghost"
        aria-label={t('header.menu')}
        title={t('header.menu')}
        aria-expanded={isMenuOpen}
        aria-controls={menuId}
        onClick={() => setMenuOpen(!isMenuOpen)}
      >
        <span aria-hidden="true">⋯</span>
      </Button>
      {state.surface === 'docked' && (
        <Button
          look="ghost"
          aria-label={t('header.collapse')}
          title={`${t('header.collapse')} (${toggleKey})`}
          onClick={() => actions.collapse(true)}
        >
          <span aria-hidden="true">{foldSigns[placeOf(state).side]}</span>
        </Button>
      )}
      <SettingsMenu id={menuId} isOpen={isMenuOpen} onClose={closeMenu} />
    </header>
  );
}
