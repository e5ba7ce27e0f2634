import * as v from 'valibot';
import { type Settings, settingsSchema } from './brain-calls';

/** The settings among stored values that are of a kind this version knows; others are left out. */
export function readableSettings(stored: { readonly [name: string]: unknown }): Partial<Settings> {
  const known = Object.entries(settingsSchema.entries).filter(
    ([name, schema]) =>
      Object.hasOwn(stored, name) && v.is(schema as v.GenericSchema, stored[name]),
  );
  return Object.fromEntries(known.map(([name]) => [name, stored[name]])) as Partial<Settings>;
}
