import '../ui/tokens.css';
import type { PanelStore } from '../../lib/faces/panel-store';
import type { SidePanelStore } from '../../lib/faces/side-panel-store';
import { useSidePanelView } from '../../lib/faces/use-side-panel-view';
import { PanelApp } from '../panel/panel-app';
import { PanelContext } from '../panel/panel-context';
import { SideWords } from './side-words';

type Props = {
  readonly side: SidePanelStore;
  /** Gives language and look where the tab in front has no panel. */
  readonly plain: PanelStore;
};

/** The browser's side panel: the same panel as in the page, for whichever tab is in front. */
export function SidePanelApp({ side, plain }: Props) {
  const view = useSidePanelView(side);
  if (view.kind === 'panel') return <PanelApp key={view.tabId} store={view.store} />;
  return (
    <PanelContext value={plain}>
      <SideWords view={view} />
    </PanelContext>
  );
}
