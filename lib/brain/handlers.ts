import type { BrainCallName, Params, ResultOf } from '../protocol/brain-calls';

export type BrainHandlers = {
  readonly [Name in BrainCallName]: (
    params: Params<Name>,
  ) => ResultOf<Name> | Promise<ResultOf<Name>>;
};
