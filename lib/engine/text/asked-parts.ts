import { type Form, formOf, isEnglishText, leansOnOthers } from './asking';
import { type Clause, clausesOf } from './clauses';
import type { View } from './views';

/** Clauses that ask one thing at most, with what the same sentence tells before. */
export type AskedPart = Omit<Clause, 'isFirst'> & {
  readonly form: Form;
  /** Whether that does not say what it is about. */
  readonly leans: boolean;
  /** Where it stands without the clauses behind it that say nothing of what they are about. */
  readonly topic: View;
};

/** Beyond this many the middle ones are left out: people ask at the beginning or at the end. */
const mostClauses = 60;

const strength: Record<Form, number> = {
  statement: 0,
  hint: 1,
  unknown: 2,
  request: 3,
  question: 4,
};

export function asks({ form }: { readonly form: Form }): boolean {
  return form === 'request' || form === 'question';
}

export function askedPartsOf(text: string): AskedPart[] {
  const isEnglish = isEnglishText(text);
  const parts: AskedPart[] = [];
  for (const { isFirst, ...clause } of outer(clausesOf(text))) {
    const words = text.slice(clause.start, clause.end);
    const form = formOf(words, isEnglish);
    const last = parts.at(-1);
    const { start, end } = clause;
    const leans = leansOnOthers(words, isEnglish);
    const onlyAsks = leans && form !== 'statement';
    if (last !== undefined && !isFirst && isOneThing(last, form, clause.adds)) {
      const topic = onlyAsks ? last.topic : { start: last.topic.start, end };
      const both = { topic, leans: last.leans && leans, form: stronger(last.form, form) };
      parts[parts.length - 1] = { ...last, end, ...both };
    } else if (last !== undefined && onlyAsks) {
      parts[parts.length - 1] = { ...last, end, form: stronger(last.form, form) };
    } else {
      const own = clause.adds === 'surely' ? stronger(form, 'hint') : form;
      parts.push({ ...clause, topic: { start, end }, leans, form: own });
    }
  }
  return parts;
}

/** Whether a clause goes on with the part before it in its sentence. */
function isOneThing(last: AskedPart, form: Form, adds: Clause['adds']): boolean {
  if (adds === 'surely') return false;
  if (form === 'statement' || last.form === 'statement') return true;
  return adds === 'no' && !asks(last);
}

function stronger(one: Form, other: Form): Form {
  return strength[one] >= strength[other] ? one : other;
}

function outer(clauses: readonly Clause[]): readonly Clause[] {
  if (clauses.length <= mostClauses) return clauses;
  return [...clauses.slice(0, mostClauses / 2), ...clauses.slice(-mostClauses / 2)];
}
