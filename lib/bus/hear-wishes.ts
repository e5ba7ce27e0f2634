import * as v from 'valibot';
import { type ToConsole, toConsoleSchema } from '../protocol/console-messages';

/** What to call with all that a panel says: passes on what is a wish. */
export function hearWishes(obey: (wish: ToConsole) => void): (said: unknown) => void {
  return (said) => {
    const wish = v.safeParse(toConsoleSchema, said);
    if (wish.success) obey(wish.output);
  };
}
