/** A part of the product that is loaded when somebody first needs it: no cold start waits for it. */
export type OnDemand<Part> = () => Promise<Part>;

/** Loads once. What could not be loaded is tried again by whoever needs it next. */
export const onDemand = <Part>(load: () => Promise<Part>): OnDemand<Part> => {
  let loading: Promise<Part> | undefined;
  return () => {
    loading ??= load().catch((fault: unknown) => {
      loading = undefined;
      throw fault;
    });
    return loading;
  };
};
