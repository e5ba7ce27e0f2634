/** Whether there is a brain to ask. While there is none, calls wait for the next one. */
export type BrainLink = {
  /** Calls back when the brain has ended and when the next one is there. */
  onLink(listener: (link: 'lost' | 'found') => void): () => void;
};
