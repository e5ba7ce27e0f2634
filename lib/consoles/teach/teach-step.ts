import type { TaughtField, TeachState } from '../../protocol/teach-messages';

export type TeachStep = TeachState['step'];

/** What has been pointed at so far, and what is asked for now. */
export type Lesson<Thing> = {
  readonly step: TeachStep;
  readonly field: TaughtField | null;
  readonly customer?: Thing;
  readonly agent?: Thing;
  readonly composer?: Thing;
  readonly fields: ReadonlyMap<TaughtField, Thing>;
};

const order = ['customer', 'agent', 'composer', 'check'] as const;

export const firstLesson = <Thing>(): Lesson<Thing> => ({
  step: 'customer',
  field: null,
  fields: new Map(),
});

/** The lesson after something was pointed at in the step that it is in. */
export function pointedAt<Thing>(lesson: Lesson<Thing>, thing: Thing): Lesson<Thing> {
  const { step, field, fields } = lesson;
  if (step === 'check') return lesson;
  if (step !== 'field') return { ...lesson, [step]: thing, step: after(step) };
  if (field === null) return { ...lesson, step: 'check' };
  return { ...lesson, step: 'check', field: null, fields: new Map(fields).set(field, thing) };
}

/** Points at a field next; only once the three are known. */
export function askFor<Thing>(lesson: Lesson<Thing>, field: TaughtField): Lesson<Thing> {
  const isReady = lesson.step === 'check' || lesson.step === 'field';
  return isReady ? { ...lesson, step: 'field', field } : lesson;
}

/** A step back; undefined from the first, where going back is giving up. */
export function stepBack<Thing>(lesson: Lesson<Thing>): Lesson<Thing> | undefined {
  if (lesson.step === 'field') return { ...lesson, step: 'check', field: null };
  const at = order.indexOf(lesson.step);
  const before = order[at - 1];
  return before === undefined ? undefined : { ...lesson, step: before };
}

const after = (step: (typeof order)[number]): TeachStep =>
  order[order.indexOf(step) + 1] ?? 'check';
