import type { Field } from '../../chat/form.ts';
import type { Voice } from '../../i18n/translate.ts';
import { label } from '../../i18n/translate.ts';
import type { ItemChoice, PackId } from './packs.ts';
import { itemsOf, pinnedOf } from './packs.ts';

export const ITEM_FIELDS = { pinned: 'pinned', packs: 'packs' } as const;

/** The packs that a team may take or leave; it always has the starter pack. */
const BY_CHOICE = ['home-office'] as const satisfies readonly PackId[];

export const pinnedField = (say: Voice, team: ItemChoice): Field => ({
  kind: 'choice',
  name: ITEM_FIELDS.pinned,
  label: label(say('items.pinned')),
  hint: label(say('items.pinned-hint')),
  shown: 'menu',
  options: itemsOf(team).map(({ id, texts }) => ({ value: id, label: texts[say.language] })),
  value: pinnedOf(team),
});

export const packsField = (say: Voice, { packs = [] }: ItemChoice): Field => ({
  kind: 'choices',
  name: ITEM_FIELDS.packs,
  label: label(say('items.packs')),
  options: BY_CHOICE.map((pack) => ({ value: pack, label: label(say(`pack.${pack}`)) })),
  value: BY_CHOICE.filter((pack) => packs.includes(pack)),
});
