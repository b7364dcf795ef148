import type { Channel } from '../types.ts';
import { OTHER_TEAM, PEOPLE } from './people.ts';

export const CHANNELS = {
  /** Private: the team that the seed sets up. */
  nord: 'C0NORDTEAM',
  /** Public, everybody, the bot too. */
  everyone: 'C0ALLGEMEN',
  /** Shared with another organisation. */
  partners: 'C0PARTNER1',
  /** Private, four people: too few for an anonymous round. */
  tiny: 'C0KLEINES4',
  /** Private, and nobody invited the bot. */
  closed: 'C0OHNEBOT1',
} as const;

const { lea, ada, ben, cem, dana, emil, fay, gus, hana, ivo, jo, kim, gil } = PEOPLE;
const agents = [ada, ben, cem, dana, emil, fay, gus, hana, ivo, jo, kim, gil];
const four = [PEOPLE.mia, PEOPLE.nils, PEOPLE.ole, PEOPLE.pia];

const channel = (id: string, name: string, creator: string, members: readonly string[]): Channel => ({
  id,
  name,
  kind: 'private',
  creator,
  members: new Set(members),
  sharedWith: [],
  archived: false,
});

export const seedChannels = (): Channel[] => [
  channel(CHANNELS.nord, 'kundenservice-nord', lea, [
    lea,
    ...agents,
    PEOPLE.vera,
    PEOPLE.reminder,
    PEOPLE.bot,
  ]),
  {
    ...channel(CHANNELS.everyone, 'allgemein', PEOPLE.ina, [
      lea,
      ...agents.filter((id) => id !== gil),
      ...four,
      PEOPLE.ina,
      PEOPLE.bot,
    ]),
    kind: 'public',
  },
  {
    ...channel(CHANNELS.partners, 'projekt-muster-partner', lea, [lea, ada, ben, PEOPLE.otto, PEOPLE.bot]),
    sharedWith: [OTHER_TEAM.id],
  },
  channel(CHANNELS.tiny, 'kundenservice-klein', PEOPLE.mia, [...four, PEOPLE.bot]),
  channel(CHANNELS.closed, 'kundenservice-sued', lea, [lea, ada, ben]),
];
