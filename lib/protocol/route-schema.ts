import * as v from 'valibot';
import type { CueOrigin, Route } from '../domain/route';

const name = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(300));

export const routeSchema: v.GenericSchema<unknown, Route> = v.pipe(
  v.strictObject({
    host: v.exactOptional(name),
    console: v.exactOptional(name),
    channel: v.exactOptional(name),
    label: v.exactOptional(name),
  }),
  v.check((route) => Object.keys(route).length > 0, 'must name a host, console, channel or label'),
);

export const cueOriginSchema: v.GenericSchema<unknown, CueOrigin> = v.strictObject({
  host: v.exactOptional(name),
  console: v.exactOptional(name),
  channel: v.exactOptional(name),
  labels: v.exactOptional(v.pipe(v.array(name), v.maxLength(50))),
});
