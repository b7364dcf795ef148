import type { SlackDouble } from '../../playground/slack/double.ts';
import type { Channel, User } from '../../playground/slack/types.ts';
import { present } from './scenes.ts';

export interface AddedTeam {
  readonly channel: string;
  readonly lead: string;
  readonly people: readonly string[];
}

/**
 * A private channel with a lead and some people whom nobody else knows, German and in Berlin unless told otherwise.
 * All ids hold `letter` seven times, so that those of two teams differ in nothing else.
 */
export const addTeam = (
  { workspace, people }: SlackDouble,
  letter: string,
  { size = 5, ...differing }: { readonly size?: number } & Partial<Pick<User, 'locale' | 'tz'>> = {},
): AddedTeam => {
  const pattern = letter.repeat(7);
  const ids = Array.from({ length: size + 1 }, (_, index) => `U0${pattern}${index}`);
  const template = present(workspace.users.get(people.ada), 'Ada');
  for (const id of ids) workspace.users.set(id, { ...template, ...differing, id, name: id.toLowerCase() });
  const channel: Channel = {
    id: `C0${pattern}0`,
    name: `team-${letter.toLowerCase()}`,
    kind: 'private',
    creator: people.ina,
    members: new Set([...ids, workspace.app.botUser]),
    sharedWith: [],
    archived: false,
  };
  workspace.channels.set(channel.id, channel);
  const [lead = '', ...others] = ids;
  return { channel: channel.id, lead, people: others };
};
