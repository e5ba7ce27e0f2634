/**
 * Notices whether the person does anything in the composer's document from now on: from then on
 * its text is theirs, and is neither undone nor written to again. Dispose with the signal.
 */
export function watchPerson(document: Document, signal: AbortSignal): () => boolean {
  let acted = false;
  const note = (event: Event) => {
    if (event.isTrusted) acted = true;
  };
  for (const type of ['keydown', 'pointerdown', 'compositionstart']) {
    document.addEventListener(type, note, { capture: true, passive: true, signal });
  }
  return () => acted;
}
