import type { Card } from '../../chat/card.ts';
import { idIn } from '../../chat/identity.ts';
import { text } from '../../chat/text.ts';
import type { Message } from '../../delivery/message.ts';
import { messageKey } from '../../delivery/message.ts';
import type { Parcel } from '../../delivery/parcel.ts';
import { moment } from '../../i18n/dates.ts';
import { label, strong, voice } from '../../i18n/translate.ts';
import type { Voice } from '../../i18n/translate.ts';
import { languageOf } from '../../people/language-of.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Deliveries } from '../../ports/deliveries.ts';
import type { Directory } from '../../ports/directory.ts';
import type { People } from '../../ports/people.ts';
import { forgottenAt } from '../../retention/retention.ts';
import { makeFitChannels } from '../audience.ts';
import { leadsIt } from '../authority.ts';
import { changeCard, mentions } from './change-words.ts';
import { comingOpening } from '../team-due.ts';
import type { Opening, Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly people: Pick<People, 'find'>;
  readonly deliveries: Deliveries;
  readonly directory: Pick<Directory, 'channel'>;
  readonly allowPublicChannels: boolean;
  readonly clock: Clock;
}

type Of<Kind extends Message['kind']> = Extract<Message, { kind: Kind }>;

/**
 * A change, in every channel of its team, but not where others could read along by now; nothing once newer ones took its
 * place in the log.
 */
export const makeChangeParcels =
  ({ teams, deliveries, clock, ...deps }: Omit<Deps, 'people'>) =>
  async (message: Extract<Message, { readonly change: string }>): Promise<readonly Parcel[]> => {
    const team = await teams.find(message.tenant, message.team);
    const change = team?.log?.find(({ id }) => id === message.change);
    if (team === undefined || change === undefined) return [];
    const posts = {
      records: deliveries,
      forgetAt: forgottenAt('delivery-record', clock.now()),
      reader: { subject: team.id, zone: team.zone },
      card: changeCard(voice(team.language), team, change),
    };
    const ref = { tenant: team.tenant, aggregate: team.id };
    return (await makeFitChannels(deps)(team)).map((to) => ({
      ...posts,
      ref: { ...ref, key: `${messageKey(message)}/${idIn(to)}` },
      to,
    }));
  };

/** To a lead, a day before a round opens: who came and who went. Without a word it happens so. */
const rosterNewsCard = (say: Voice, team: Team, opening: Opening): Card => {
  const { came = [], went = [] } = team;
  const name = `#${team.name}`;
  const date = moment(opening.instant, team.zone, say.language, 'date-time');
  const people = mentions(say, came);
  return {
    title: strong([
      ...(came.length > 0 ? say('proposal.came', { team: name, people }) : []),
      ...(came.length > 0 && went.length > 0 ? [text(' ')] : []),
      ...(went.length > 0 ? say('proposal.went', { team: name, people: mentions(say, went) }) : []),
    ]),
    nodes: [
      {
        kind: 'paragraph',
        text:
          came.length > 0 ? say('proposal.came-text', { date, people }) : say('proposal.went-text', { date }),
      },
      {
        kind: 'actions',
        buttons: [
          { label: label(say('button.roster')), intent: { kind: 'team', act: 'roster', team: team.id } },
        ],
      },
    ],
  };
};

/** Nothing for whoever leads no more, and once the round it was about has opened or was put off. */
export const makeRosterNewsParcels =
  ({ teams, people, deliveries, clock }: Omit<Deps, 'directory' | 'allowPublicChannels'>) =>
  async (message: Of<'roster-news'>): Promise<readonly Parcel[]> => {
    const team = await teams.find(message.tenant, message.team);
    const lead = team?.leads[message.lead];
    const person = lead === undefined ? undefined : await people.find(lead);
    if (team === undefined || person === undefined || !leadsIt(person, team)) return [];
    const opening = comingOpening(team);
    const nobody = (team.came ?? []).length + (team.went ?? []).length === 0;
    if (opening?.number !== message.round || nobody) return [];
    const card = rosterNewsCard(voice(languageOf(person, team.language)), team, opening);
    return [
      {
        ref: {
          tenant: team.tenant,
          aggregate: team.id,
          key: `${messageKey(message)}/${idIn(person.person)}`,
        },
        records: deliveries,
        forgetAt: forgottenAt('delivery-record', clock.now()),
        to: person.person,
        reader: { subject: person.person, zone: person.zone ?? team.zone },
        card,
        notAfter: opening.instant,
      },
    ];
  };
