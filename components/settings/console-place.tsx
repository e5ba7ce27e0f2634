import { allowedWidth, narrowestPx, placeOf, widestPx } from '../../lib/faces/panel-place';
import { usePanel } from '../panel/panel-context';
import field from '../ui/field.module.css';
import styles from './settings-app.module.css';

const sides = ['left', 'right', 'bottom'] as const;

type Props = {
  readonly host: string;
  /** Whether the host is written beside it: a site may have consoles on several ports. */
  readonly isNamed: boolean;
};

/** Where the panel stands in one console, once it was moved there. */
export function ConsolePlace({ host, isNamed }: Props) {
  const { state, actions, t } = usePanel();
  const place = placeOf({ settings: state.settings, consoleHost: host });
  return (
    <div className={styles.place}>
      {isNamed && <span>{host}</span>}
      <select
        className={field.field}
        aria-label={t('settings.consoles.side', { host })}
        value={place.side}
        onChange={(event) => {
          const side = sides.find((one) => one === event.target.value);
          if (side !== undefined) actions.setPlaceIn(host, { ...place, side });
        }}
      >
        {sides.map((side) => (
          <option key={side} value={side}>
            {t(`menu.side.${side}`)}
          </option>
        ))}
      </select>
      <input
        type="range"
        aria-label={t('settings.consoles.width', { host })}
        aria-valuetext={t('menu.width.px', { width: place.widthPx })}
        min={narrowestPx}
        max={widestPx}
        step={20}
        value={place.widthPx}
        onChange={(event) => {
          const widthPx = allowedWidth(Number(event.target.value));
          actions.setPlaceIn(host, { ...place, widthPx });
        }}
      />
      <output>{t('menu.width.px', { width: place.widthPx })}</output>
    </div>
  );
}
