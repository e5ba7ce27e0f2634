import { useLook } from '../ui/use-look';
import { usePanel } from './panel-context';

export function usePageLook(): void {
  const { state, language } = usePanel();
  useLook(state.settings.theme, language);
}
