import type { StudioState } from '../../lib/faces/studio-state';
import type { FieldProblem } from '../../lib/protocol/studio-calls';
import styles from './field-problems.module.css';
import { type Studio, useStudio } from './studio-context';

type Field = FieldProblem['field'];

export const problemId = (field: Field) => `studio-problem-${field}`;

/** What is wrong with a field of the open answer. */
export function problemsOf(state: StudioState, field: Field): readonly FieldProblem[] {
  const all = state.open === undefined ? [] : (state.problems[state.open] ?? []);
  return all.filter((problem) => problem.field === field);
}

export function problemWords(problem: FieldProblem, t: Studio['t']): string {
  return t(`studio.problem.${problem.kind}`, { limit: problem.limit ?? '' });
}

/** A field's problems in words, right under it; the field names them by `problemId`. */
export function FieldProblems({
  field,
  of,
}: {
  readonly field: Field;
  readonly of?: readonly FieldProblem[];
}) {
  const { state, t } = useStudio();
  const problems = of ?? problemsOf(state, field);
  if (problems.length === 0) return null;
  const words = new Set(
    problems.map((problem) => {
      const place =
        problem.at === null ? '' : `${t('studio.phrasing', { number: problem.at + 1 })}: `;
      return (problem.field === 'phrasings' ? place : '') + problemWords(problem, t);
    }),
  );
  return (
    <p id={problemId(field)} className={styles.problem}>
      <span aria-hidden="true">▲ </span>
      {[...words].join(' ')}
    </p>
  );
}
