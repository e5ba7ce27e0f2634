/** Where the keyboard can be sent, by element id. */
export const places = {
  search: 'studio-search',
  list: 'studio-list',
  title: 'studio-title',
  try: 'studio-try',
} as const;

/** Sends the keyboard there once what was just asked for is on screen. */
export function goTo(place: keyof typeof places): void {
  requestAnimationFrame(() => {
    const element = document.getElementById(places[place]);
    element?.focus();
    // A text area has its caret at the beginning until somebody moves it.
    if (element instanceof HTMLTextAreaElement) {
      element.setSelectionRange(element.value.length, element.value.length);
    }
  });
}
