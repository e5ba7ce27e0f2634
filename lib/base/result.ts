/** What an operation that can fail in an expected way gives back; unexpected failures throw. */
export type Result<Value, Failure> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

export const success = <Value>(value: Value) => ({ ok: true, value }) as const;
export const failure = <Failure>(error: Failure) => ({ ok: false, error }) as const;
