export const mostTaught = 60;
/** A team has some consoles, not a catalogue. */
export const mostShared = 40;
