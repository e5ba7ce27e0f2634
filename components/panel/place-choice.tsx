import { narrowestPx, placeOf, widestPx } from '../../lib/faces/panel-place';
import { Button } from '../ui/button';
import { usePanel } from './panel-context';
import styles from './settings-menu.module.css';

const sides = ['left', 'right', 'bottom'] as const;
const stepPx = 40;

/** Side and width by plain clicks: nobody must be able to drag (WCAG 2.5.7). */
export function PlaceChoice({ name }: { readonly name: string }) {
  const { state, actions, t } = usePanel();
  const { side, widthPx } = placeOf(state);
  const isLow = side === 'bottom';
  return (
    <fieldset className={styles.group}>
      <legend>{t('menu.side')}</legend>
      <div className={styles.choices}>
        {sides.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={name}
              checked={side === one}
              onChange={() => actions.setSide(one)}
            />
            {t(`menu.side.${one}`)}
          </label>
        ))}
      </div>
      <div className={styles.width}>
        <span>{t(isLow ? 'menu.height' : 'menu.width')}</span>
        <output>{t('menu.width.px', { width: widthPx })}</output>
        <Button
          small
          aria-disabled={widthPx <= narrowestPx}
          onClick={() => actions.setWidth(widthPx - stepPx)}
        >
          {t(isLow ? 'menu.lower' : 'menu.narrower')}
        </Button>
        <Button
          small
          aria-disabled={widthPx >= widestPx}
          onClick={() => actions.setWidth(widthPx + stepPx)}
        >
          {t(isLow ? 'menu.higher' : 'menu.wider')}
        </Button>
      </div>
    </fieldset>
  );
}
