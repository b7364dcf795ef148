/** ln(k!) for k up to `most`. */
const logFactorials = (most: number): readonly number[] => {
  const logs = [0];
  for (let k = 1; k <= most; k += 1) logs.push((logs[k - 1] ?? 0) + Math.log(k));
  return logs;
};

export interface Interval {
  readonly from: number;
  readonly to: number;
}

/**
 * The central interval of the binomial distribution: whoever only guesses, `tries` times with probability `p`, has fewer
 * hits than `from` or more than `to` in at most `1 - confidence` of all cases, half of them on each side.
 */
export const binomialInterval = (tries: number, p: number, confidence: number): Interval => {
  const logs = logFactorials(tries);
  const choose = (k: number): number => (logs[tries] ?? 0) - (logs[k] ?? 0) - (logs[tries - k] ?? 0);
  const chanceOf = (k: number): number =>
    Math.exp(choose(k) + k * Math.log(p) + (tries - k) * Math.log(1 - p));
  const tail = (1 - confidence) / 2;
  let from = 0;
  for (let below = chanceOf(0); below <= tail; below += chanceOf(from)) from += 1;
  let to = tries;
  for (let above = chanceOf(tries); above <= tail; above += chanceOf(to)) to -= 1;
  return { from, to };
};
