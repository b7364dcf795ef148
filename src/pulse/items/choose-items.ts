import type { RoundItem } from '../answers/answer.ts';
import type { PackItem } from './pack.ts';

const ITEMS_A_ROUND = 3;

/**
 * The items of the next round: the pinned one, then the least-asked ones, one per axis, so that axes rotate; among
 * equals the pack's order. The pinned one's own axis stays in the rotation, or else its other questions would never be
 * asked; it comes late among equals, since the pinned one counts for it. `asked` says how often the team was asked each.
 */
export const chooseItems = (
  pack: readonly PackItem[],
  pinned: string,
  asked: Readonly<Record<string, number>>,
): readonly RoundItem[] => {
  const timesAsked = (item: PackItem): number => (asked[item.id] ?? 0) + (item.id === pinned ? 1 : 0);
  const timesAxis = (axis: string): number =>
    pack.reduce((sum, item) => (item.axis === axis ? sum + timesAsked(item) : sum), 0);
  const byNeed = pack
    .filter(({ id }) => id !== pinned)
    .sort((a, b) => timesAsked(a) - timesAsked(b) || timesAxis(a.axis) - timesAxis(b.axis));
  const firstOfAxis = byNeed.filter(
    (item, index) => byNeed.findIndex((other) => other.axis === item.axis) === index,
  );
  const chosen = [...pack.filter(({ id }) => id === pinned), ...firstOfAxis].slice(0, ITEMS_A_ROUND);
  return chosen.map(({ id, version, texts }) => ({ id, version, texts }));
};
