/**
 * Where an exclusive base applies. All fields given must hold; a base applies where any of its
 * routes does.
 */
export type Route = {
  /** The console's host; `*.example.com` stands for that host and all below it. */
  readonly host?: string;
  /** Id of the console's recipe. */
  readonly console?: string;
  /** How the customer writes in, as the console names it: mail, web chat, … */
  readonly channel?: string;
  /** A label that the conversation has in the console. */
  readonly label?: string;
};

/** What is known of the place that a cue comes from. */
export type CueOrigin = {
  readonly host?: string;
  readonly console?: string;
  readonly channel?: string;
  readonly labels?: readonly string[];
};

/** Whether a route leads to this origin. What is not known of the origin never matches. */
export function matchesRoute(route: Route, origin: CueOrigin): boolean {
  const { host, console, channel, label } = route;
  if (host !== undefined && !matchesHost(host, origin.host)) return false;
  if (console !== undefined && console !== origin.console) return false;
  if (channel !== undefined && !isSame(channel, origin.channel)) return false;
  return label === undefined || (origin.labels ?? []).some((each) => isSame(label, each));
}

function matchesHost(pattern: string, host: string | undefined): boolean {
  if (host === undefined) return false;
  const wanted = pattern.toLowerCase();
  const given = host.toLowerCase();
  if (!wanted.startsWith('*.')) return given === wanted;
  return given === wanted.slice(2) || given.endsWith(wanted.slice(1));
}

/** People write labels and channels in any case. */
function isSame(wanted: string, given: string | undefined): boolean {
  return given !== undefined && wanted.toLowerCase() === given.toLowerCase();
}

/**
 * Whether a base is used for a cue. Shared bases always are, and so is an exclusive one without
 * routes. Without an origin (the Studio's "Try it") nothing is left out.
 */
export function appliesTo(
  base: { readonly scope?: 'shared' | 'exclusive'; readonly routes?: readonly Route[] },
  origin: CueOrigin | undefined,
): boolean {
  if (base.scope !== 'exclusive' || origin === undefined) return true;
  const { routes = [] } = base;
  return routes.length === 0 || routes.some((route) => matchesRoute(route, origin));
}
