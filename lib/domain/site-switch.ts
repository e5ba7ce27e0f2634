/** Whether Cuecard runs on the site in front, and the way to change it. */
export type SiteSwitch = {
  /** Undefined for pages on which no extension may run, or whose address it may not know. */
  readonly host: string | undefined;
  readonly isOn: boolean;
  /** Gives back whether it is on afterwards: the person may have said no. */
  turn(on: boolean): Promise<boolean>;
};

/** The tab in front of a window, with the switch of its site. */
export type ActiveTab = { readonly id: number; readonly site: SiteSwitch };

/** A site that Cuecard is switched on for, as the browser's permission names it. */
export type SwitchedOnSite = { readonly pattern: string; readonly host: string };

export type SiteList = {
  read(): Promise<readonly SwitchedOnSite[]>;
  /** Asks for the permission, straight from a click; false when the person said no. */
  turnOn(pattern: string): Promise<boolean>;
  /** Gives the permission back. False for a site that the package itself brings along. */
  turnOff(pattern: string): Promise<boolean>;
  /** Returns a function that stops listening. */
  onChange(listener: () => void): () => void;
};
