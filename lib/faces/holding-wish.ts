import { failure, type Result, success } from '../base/result';
import { languageOf } from '../domain/language';
import { plainAnswer } from './answer-text';
import { slotValuesOf } from './card-context';
import { cueRefOf } from './cue-ref';
import { formattedAnswer } from './formatted-answer';
import type { CardStatus, InsertWish } from './panel-card';
import type { PanelState } from './panel-state';

/** The holding reply in the customer's language where a base has one, else in any. */
export function holdingWish(state: PanelState): Result<InsertWish, CardStatus> {
  const cue = cueRefOf(state);
  const language = state.cueLanguage ?? languageOf(cue.text);
  const bases = state.bases?.filter((base) => base.holding !== null) ?? [];
  const base = bases.find((one) => one.language === language) ?? bases[0];
  if (base?.holding == null) return failure({ kind: 'no-holding' });
  const values = slotValuesOf(state);
  const { text, missing } = plainAnswer(base.holding, values);
  const slot = missing[0];
  if (slot !== undefined) return failure({ kind: 'missing', slot });
  return success({ from: 'hold', cue, text, ...formattedAnswer(base.holding, values) });
}
