/** What goes wrong with the next calls of a method. */
export type Fault =
  | { readonly kind: 'rate-limited'; readonly retryAfter: number }
  /** Slack itself fails: an HTTP status and no JSON. */
  | { readonly kind: 'status'; readonly status: number }
  /** Slack refuses with this code. */
  | { readonly kind: 'error'; readonly error: string }
  /** The call is carried out, but the connection breaks before the answer arrives. */
  | { readonly kind: 'lost-answer' }
  | { readonly kind: 'slow'; readonly milliseconds: number };

export interface Faults {
  /** The next `times` calls of `method` (`*`: of any) meet the fault; faults of one method queue up. */
  readonly next: (method: string, fault: Fault, times?: number) => void;
  readonly clear: () => void;
  /** Takes the fault that this call meets. */
  readonly take: (method: string) => Fault | undefined;
}

export const makeFaults = (): Faults => {
  const waiting: { method: string; fault: Fault }[] = [];
  return {
    next: (method, fault, times = 1) => {
      for (let time = 0; time < times; time += 1) waiting.push({ method, fault });
    },
    clear: () => waiting.splice(0),
    take: (method) => {
      const index = waiting.findIndex((entry) => entry.method === '*' || entry.method === method);
      return index < 0 ? undefined : waiting.splice(index, 1)[0]?.fault;
    },
  };
};
