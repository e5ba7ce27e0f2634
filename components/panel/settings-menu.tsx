import { useEffect, useRef } from 'react';
import { settingsAddress } from '../../lib/faces/settings-address';
import { studioAddress } from '../../lib/faces/studio-address';
import { Button } from '../ui/button';
import { EraseConversation } from './erase-conversation';
import { ImportButton } from './import-button';
import { KeyList } from './key-list';
import { usePanel } from './panel-context';
import { PlaceChoice } from './place-choice';
import { SampleButtons } from './sample-buttons';
import styles from './settings-menu.module.css';

const themes = ['system', 'light', 'dark'] as const;

type SettingsMenuProps = {
  readonly id: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Look, name and knowledge. Closes on Esc and on a click elsewhere. */
export function SettingsMenu({ id, isOpen, onClose }: SettingsMenuProps) {
  const { state, actions, t, tn } = usePanel();
  const menu = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    const closeOutside = (event: Event) => {
      const { target } = event;
      const header = menu.current?.parentElement;
      if (target instanceof Node && header !== null && !header?.contains(target)) onClose();
    };
    document.addEventListener('pointerdown', closeOutside);
    return () => document.removeEventListener('pointerdown', closeOutside);
  }, [isOpen, onClose]);

  // What becomes of an import is told above the cards, where the menu would hide it.
  const isImporting = state.importing !== undefined;
  useEffect(() => {
    if (isImporting) onClose();
  }, [isImporting, onClose]);

  const closeOnEscape = (event: React.KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
    document.querySelector<HTMLElement>(`[aria-controls="${id}"]`)?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes the menu wherever in it the focus is.
    <div ref={menu} id={id} className={styles.menu} hidden={!isOpen} onKeyDown={closeOnEscape}>
      <fieldset className={styles.group}>
        <legend>{t('menu.theme')}</legend>
        <div className={styles.choices}>
          {themes.map((theme) => (
            <label key={theme}>
              <input
                type="radio"
                name={`${id}-theme`}
                checked={state.settings.theme === theme}
                onChange={() => actions.setTheme(theme)}
              />
              {t(`menu.theme.${theme}`)}
            </label>
          ))}
        </div>
      </fieldset>
      {state.surface === 'docked' && <PlaceChoice name={`${id}-side`} />}
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={state.settings.quiet}
          onChange={(event) => actions.setQuiet(event.target.checked)}
        />
        <span>
          {t('menu.quiet')}
          <small>{t('menu.quiet.hint')}</small>
        </span>
      </label>
      <label className={styles.name}>
        <span className={styles.label}>{t('menu.agent-name')}</span>
        <input
          type="text"
          autoComplete="off"
          // Kept when the field is left, not at every letter; a name set elsewhere shows up here.
          key={state.settings.agentName}
          defaultValue={state.settings.agentName}
          onBlur={(event) => {
            const name = event.target.value.trim();
            if (name !== state.settings.agentName) actions.setAgentName(name);
          }}
        />
      </label>
      <div className={styles.group}>
        <span className={styles.label}>{t('menu.knowledge')}</span>
        <ul className={styles.bases}>
          {(state.bases ?? []).map((base) => (
            <li key={base.id}>
              <span>{base.name}</span>
              <span>{tn('menu.bases.entries', base.entries)}</span>
            </li>
          ))}
        </ul>
        <a className={styles.studio} href={studioAddress()} target="_blank" rel="noopener">
          {t('studio.open')}
        </a>
        <ImportButton />
        <details className={styles.samples}>
          <summary className={styles.label}>{t('import.sample')}</summary>
          <SampleButtons />
        </details>
      </div>
      {state.surface !== 'alone' && state.consoleState !== 'gone' && (
        <Button
          onClick={() => {
            onClose();
            actions.startTeaching();
          }}
        >
          {t('teach.menu')}
        </Button>
      )}
      <KeyList />
      <EraseConversation key={state.conversation?.key} />
      <a className={styles.studio} href={settingsAddress} target="_blank" rel="noopener">
        {t('menu.all-settings')}
      </a>
    </div>
  );
}
