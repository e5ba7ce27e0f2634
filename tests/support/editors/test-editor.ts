/** A real editor in a page, as the tests drive and read it. */
export type TestEditor = {
  /** The text in the framework's own model, one line for each paragraph or break. */
  model(): string;
  /** What the editor would give to be sent as HTML, where it has formatting. */
  html?(): string;
  /** Puts a draft of one line in, without a step in the editor's history. */
  setDraft(text: string): void | Promise<void>;
};

export type MountEditor = (place: HTMLElement) => TestEditor | Promise<TestEditor>;
