import type { Place, Settings } from '../protocol/brain-calls';
import type { PanelState } from './panel-state';

/** How narrow and how wide the panel may be, in CSS px. */
export const narrowestPx = 320;
export const widestPx = 640;

/** How many consoles are remembered; the one that was moved longest ago is forgotten first. */
const mostPlaces = 100;

/** Where the panel stands in this console, and as long as it was never moved there: anywhere. */
export function placeOf({ settings, consoleHost }: Pick<PanelState, 'settings' | 'consoleHost'>) {
  const { side, widthPx, collapsed, places } = settings;
  const own =
    consoleHost !== undefined && Object.hasOwn(places, consoleHost)
      ? places[consoleHost]
      : undefined;
  return own ?? { side, widthPx, collapsed };
}

/** Whether only the rail is shown. Beside no page there is nothing to give room to. */
export function isFolded(state: Pick<PanelState, 'settings' | 'consoleHost' | 'surface'>) {
  return state.surface === 'docked' && placeOf(state).collapsed;
}

/** The change of settings that keeps a place for a console; for all where no console is known. */
export function keepPlace(
  places: Settings['places'],
  consoleHost: string | undefined,
  place: Place,
): Partial<Settings> {
  if (consoleHost === undefined) return place;
  const { [consoleHost]: _, ...others } = places;
  const kept = Object.entries(others).slice(1 - mostPlaces);
  return { places: Object.fromEntries([...kept, [consoleHost, place]]) };
}

export function isSamePlace(one: Place, other: Place): boolean {
  return (
    one.side === other.side && one.widthPx === other.widthPx && one.collapsed === other.collapsed
  );
}

/** The nearest width that the panel may have. */
export function allowedWidth(widthPx: number): number {
  return Math.round(Math.min(widestPx, Math.max(narrowestPx, widthPx)));
}
