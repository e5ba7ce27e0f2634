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
