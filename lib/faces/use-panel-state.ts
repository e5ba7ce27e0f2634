import { useStore } from 'zustand';
import type { PanelState } from './panel-state';
import type { PanelStore } from './panel-store';

/** The store's state; the component is rendered again whenever it changes. */
export function usePanelState(store: PanelStore): PanelState {
  return useStore(store);
}
