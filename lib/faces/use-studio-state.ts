import { useStore } from 'zustand';
import type { StudioState } from './studio-state';
import type { StudioStore } from './studio-store';

/** The store's state; the component is rendered again whenever it changes. */
export function useStudioState(store: StudioStore): StudioState {
  return useStore(store);
}
