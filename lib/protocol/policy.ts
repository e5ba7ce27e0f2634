import * as v from 'valibot';
import { language } from './wire-types';

/**
 * What an organisation has set for its people, over what they chose. Comes from the browser's
 * management (`storage.managed`; public/managed-schema.json is what administrators see).
 */
export type Policy = {
  /** Consoles to be switched on, as the browser names sites in permissions: `https://desk.example/*`. */
  readonly consoles: readonly string[];
  /** Where the organisation's shared answers are. */
  readonly hub?: string;
  readonly language?: 'en' | 'zh';
  /** False: no words of a customer go to the hub, whatever team and agent say. */
  readonly shareText?: boolean;
};

export type PolicyReading = {
  readonly policy: Policy;
  /** What was set but cannot be used, in the administrator's own words. */
  readonly ignored: readonly string[];
};

export const noPolicy: Policy = { consoles: [] };
export const unmanaged: PolicyReading = { policy: noPolicy, ignored: [] };

const site = v.pipe(
  v.string(),
  v.maxLength(300),
  v.regex(/^(https?:\/\/)?(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(\/\*?)?$/i),
  v.transform((written) => {
    const [, scheme = 'https', host = ''] = /^(?:(https?):\/\/)?([^/]*)/i.exec(written) ?? [];
    return `${scheme.toLowerCase()}://${host.toLowerCase()}/*`;
  }),
);
const hub = v.pipe(v.string(), v.maxLength(500), v.url(), v.startsWith('https://'));
const values = v.record(v.string(), v.unknown());

const mostConsoles = 200;
const longestShown = 80;

/** Takes each value that is what it should be; a wrong one leaves the others standing. */
export function readPolicy(raw: unknown): PolicyReading {
  const given = v.is(values, raw) ? raw : {};
  const ignored: string[] = [];
  function read<Schema extends v.GenericSchema>(
    name: string,
    value: unknown,
    schema: Schema,
  ): v.InferOutput<Schema> | undefined {
    if (value === undefined) return undefined;
    const parsed = v.safeParse(schema, value);
    if (parsed.success) return parsed.output;
    ignored.push(`${name}: ${JSON.stringify(value)}`.slice(0, longestShown));
    return undefined;
  }
  const listed = read('consoles', given['consoles'], v.array(v.unknown())) ?? [];
  const consoles = listed
    .slice(0, mostConsoles)
    .flatMap((one) => read('consoles', one, site) ?? []);
  const setHub = read('hub', given['hub'], hub);
  const setLanguage = read('language', given['language'], language);
  const shareText = read('shareText', given['shareText'], v.boolean());
  const known = ['consoles', 'hub', 'language', 'shareText'];
  for (const name of Object.keys(given)) {
    if (!known.includes(name)) ignored.push(name.slice(0, longestShown));
  }
  return {
    policy: {
      consoles: [...new Set(consoles)],
      ...(setHub === undefined ? {} : { hub: setHub }),
      ...(setLanguage === undefined ? {} : { language: setLanguage }),
      ...(shareText === undefined ? {} : { shareText }),
    },
    ignored,
  };
}
