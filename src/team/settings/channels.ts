import { text } from '../../chat/text.ts';
import type { Text } from '../../chat/text.ts';
import { label } from '../../i18n/translate.ts';
import { CHANNELS_MOST, refsIn } from '../set-up/read-team-form.ts';
import type { Setting } from './setting.ts';

const listOf = (value: string) => refsIn(value.split(','));

const names = (value: string): Text =>
  listOf(value).flatMap((conversation, index) => [
    ...(index === 0 ? [] : [text(', ')]),
    { kind: 'conversation', conversation },
  ]);

/** The further channels. Which of them may be added is asked where it is submitted; who is only in one that is dropped is asked no more. */
export const channelsSetting: Setting = {
  name: 'channels',
  // Sorted, since the order in which somebody picks them means nothing.
  of: ({ alsoIn = [] }) => [...alsoIn].sort().join(','),
  field: (say, team) => ({
    kind: 'channels',
    name: 'channels',
    label: label(say('setting.channels')),
    hint: label(say('setting.channels-hint')),
    max: CHANNELS_MOST,
    optional: true,
    value: team.alsoIn ?? [],
  }),
  read: (chosen = [], { home }) => {
    const picked = refsIn(chosen);
    const channels = picked.filter((channel) => channel !== home);
    const known = Array.isArray(chosen) && picked.length === chosen.length;
    if (!known || channels.length > CHANNELS_MOST) return undefined;
    return channels.sort().join(',');
  },
  set: (team, value) => {
    const alsoIn = listOf(value);
    const unfit = team.unfit?.filter((channel) => alsoIn.some((one) => one === channel)) ?? [];
    return {
      ...team,
      alsoIn: alsoIn.length === 0 ? undefined : alsoIn,
      unfit: unfit.length === 0 ? undefined : unfit,
    };
  },
  shown: (say, value) =>
    value === '' ? say('setting.channels-none') : say('setting.channels-also', { channels: names(value) }),
};
