import type { RoundItem } from './answer.ts';
import type { PackItem } from './pack.ts';

const ITEMS_A_ROUND = 3;

/**
 * The items of the next round: least-asked first, one per axis, so that axes rotate; among equals the pack's order.
 * `asked` says how often the team was asked each.
 */
export const chooseItems = (
  pack: readonly PackItem[],
  asked: Readonly<Record<string, number>>,
): readonly RoundItem[] => {
  const timesAsked = (item: PackItem): number => asked[item.id] ?? 0;
  const timesAxis = (axis: string): number =>
    pack.reduce((sum, item) => (item.axis === axis ? sum + timesAsked(item) : sum), 0);
  const byNeed = [...pack].sort(
    (a, b) => timesAsked(a) - timesAsked(b) || timesAxis(a.axis) - timesAxis(b.axis),
  );
  const firstOfAxis = byNeed.filter(
    (item, index) => byNeed.findIndex((other) => other.axis === item.axis) === index,
  );
  return firstOfAxis.slice(0, ITEMS_A_ROUND).map(({ id, version, texts }) => ({ id, version, texts }));
};
