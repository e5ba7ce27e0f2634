import { useEffect } from 'react';
import { pressedAction } from '../../lib/faces/pressed-action';
import { usePanel } from './panel-context';

/** The same keys as in the page, while the panel has the focus; Esc goes back to the reply box. */
export function usePanelKeys(): void {
  const { state, actions } = usePanel();
  const { bindings } = state;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = pressedAction(event, bindings);
      if (action !== undefined) {
        event.preventDefault();
        actions.press(action);
      } else if (event.key === 'Escape' && event.isTrusted && !event.isComposing) {
        actions.focusComposer();
      }
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [bindings, actions]);
}
