import { usePanel } from '../panel/panel-context';
import styles from './settings-app.module.css';

export function AnswerSettings() {
  const { state, actions, t } = usePanel();
  const switches = [
    {
      key: 'quiet',
      isOn: state.settings.quiet,
      turn: actions.setQuiet,
      words: t('menu.quiet'),
      hint: t('menu.quiet.hint'),
    },
    {
      key: 'small-talk',
      isOn: state.settings.smallTalk,
      turn: actions.setSmallTalk,
      words: t('settings.small-talk'),
      hint: t('settings.small-talk.hint'),
    },
  ];
  return switches.map(({ key, isOn, turn, words, hint }) => (
    <label key={key} className={styles.check}>
      <input type="checkbox" checked={isOn} onChange={(event) => turn(event.target.checked)} />
      <span>
        {words}
        <small>{hint}</small>
      </span>
    </label>
  ));
}
