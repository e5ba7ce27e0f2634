import { useStore } from 'zustand';
import type { SidePanelStore, SidePanelView } from './side-panel-store';

/** What the side panel shows; the component is rendered again whenever that changes. */
export function useSidePanelView(store: SidePanelStore): SidePanelView {
  return useStore(store);
}
