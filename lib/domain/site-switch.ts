/** Whether Cuecard runs on the site in front, and the way to change it. */
export type SiteSwitch = {
  /** Undefined for pages on which no extension may run. */
  readonly host: string | undefined;
  readonly isOn: boolean;
  /** Gives back whether it is on afterwards: the person may have said no. */
  turn(on: boolean): Promise<boolean>;
};
