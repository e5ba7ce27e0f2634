import type { EntryRef } from '../../domain/pick';

/**
 * What one thing that an agent did says about ranking. The text is redacted; `entry` is the one
 * picked, edited or rejected. A gap says that none of the entries fits.
 */
export type Lesson =
  | {
      readonly id: string;
      readonly kind: 'pick' | 'edit' | 'rejection';
      readonly text: string;
      readonly entry: EntryRef;
    }
  | { readonly id: string; readonly kind: 'gap'; readonly text: string };
