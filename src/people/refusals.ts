/** Every way people's own settings say no. Facts only; the words stand in the catalogues under `refusal.<code>`. */
export type OwnRefusal =
  | { readonly code: 'day-unreadable' }
  | { readonly code: 'day-past' }
  | { readonly code: 'day-too-far' }
  | { readonly code: 'time-missing'; readonly fields: readonly string[] }
  | { readonly code: 'choice-invalid'; readonly field: string };

export type DayRefusal = Extract<OwnRefusal, { readonly code: `day-${string}` }>;
