import type { Voice } from '../../i18n/translate.ts';
import { ITEM_FIELDS, packsField, pinnedField } from '../../pulse/items/item-settings.ts';
import { itemsOf, pinnedOf } from '../../pulse/items/packs.ts';
import type { PackId } from '../../pulse/items/packs.ts';
import type { Team } from '../team.ts';
import type { Setting } from './setting.ts';

/** The packs beside the starter pack; nothing else stands in the value. */
const CHOSEN = ['home-office'] as const satisfies readonly PackId[];

const everyItem = itemsOf({ packs: CHOSEN });

export const packsSetting: Setting = {
  name: ITEM_FIELDS.packs,
  of: ({ packs = [] }) => CHOSEN.filter((pack) => packs.includes(pack)).join(','),
  field: packsField,
  read: (chosen = []) => {
    const packs = CHOSEN.filter((pack) => chosen.includes(pack));
    return Array.isArray(chosen) && packs.length === chosen.length ? packs.join(',') : undefined;
  },
  set: (team, value) => {
    const packs: Team['packs'] = ['starter', ...CHOSEN.filter((pack) => value.split(',').includes(pack))];
    // A question goes with its pack: it does not come back by itself when the pack does.
    const pinned = pinnedOf({ ...team, packs }) === team.pinned ? team.pinned : undefined;
    return { ...team, packs, pinned };
  },
  shown: (say, value) => say(value === '' ? 'setting.packs-starter' : 'setting.packs-home-office'),
};

const textOf = (say: Voice, id: string): string =>
  everyItem.find((item) => item.id === id)?.texts[say.language] ?? id;

/** A question of a pack that the team does not have gives way to the default one. */
export const pinnedSetting: Setting = {
  name: ITEM_FIELDS.pinned,
  of: pinnedOf,
  field: pinnedField,
  read: (chosen) => everyItem.find(({ id }) => id === chosen)?.id,
  set: (team, value) => ({ ...team, pinned: value }),
  shown: (say, value) => say('setting.pinned-shown', { item: textOf(say, value) }),
  beside: (say, value) => say('setting.pinned-beside', { item: textOf(say, value) }),
};
