/** What a use case answers: its value, or an expected "no" as data. A refusal holds a code and facts, never words. */
export type Result<Value, No extends { readonly code: string }> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: No };

export const ok = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({
  ok: true,
  value,
});

export const refuse = <No extends { readonly code: string }>(
  refusal: No,
): { readonly ok: false; readonly refusal: No } => ({ ok: false, refusal });
