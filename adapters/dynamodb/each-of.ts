/** Enough to hide the network, few enough that one round does not throttle the table. */
const AT_ONCE = 16;

/** Acts on every item, a few at a time; takes no new ones after the first failure and throws it. */
export const eachOf = async <Value>(
  items: readonly Value[],
  act: (item: Value) => Promise<unknown>,
): Promise<void> => {
  // A generator rather than the array's iterator: a loop that fails closes it, and with it the other loops.
  const rest = (function* () {
    yield* items;
  })();
  const work = async (): Promise<void> => {
    for (const item of rest) await act(item);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, work));
};
