import { useEffect } from 'react';
import { changedDrafts } from '../../lib/faces/studio-state';
import { goTo } from './places';
import { useStudio } from './studio-context';

/** The keys that work anywhere on the page, and the warning before unsaved text is left. */
export function useStudioKeys(): void {
  const { state, actions } = useStudio();
  const hasDialog = state.dialog !== undefined;
  const hasUnsaved = changedDrafts(state).length > 0;

  useEffect(() => {
    const byKey = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || hasDialog) return;
      const { target } = event;
      const isTyping = target instanceof HTMLElement && target.matches('input, textarea, select');
      const command = (event.ctrlKey || event.metaKey) && !event.altKey;
      if (command && event.key.toLowerCase() === 's') {
        event.preventDefault();
        void actions.save();
      } else if (event.key === '/' && !isTyping && !command) {
        event.preventDefault();
        goTo('search');
      } else if (event.key === 'Escape' && !event.defaultPrevented) {
        actions.closeEditor();
        goTo('list');
      }
    };
    document.addEventListener('keydown', byKey);
    return () => document.removeEventListener('keydown', byKey);
  }, [actions, hasDialog]);

  useEffect(() => {
    if (!hasUnsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [hasUnsaved]);
}
