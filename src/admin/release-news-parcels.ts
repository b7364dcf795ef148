import { idIn } from '../chat/identity.ts';
import type { Message } from '../delivery/message.ts';
import { messageKey } from '../delivery/message.ts';
import type { Parcel } from '../delivery/parcel.ts';
import { moment } from '../i18n/dates.ts';
import { strong, voice } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import { languageOf } from '../people/language-of.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deliveries } from '../ports/deliveries.ts';
import type { People } from '../ports/people.ts';
import type { Card } from '../chat/card.ts';
import { forgottenAt } from '../retention/retention.ts';
import type { Team } from '../team/team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly people: People;
  readonly deliveries: Deliveries;
  readonly clock: Clock;
}

type NewsMessage = Extract<Message, { kind: 'release-news' }>;

const newsText = (say: Voice, team: Team, news: NewsMessage['news']): Card['title'] => {
  if (news !== 'released') return say(`release.news-${news}-text`);
  const opening = team.nextOpening;
  return opening === undefined
    ? say('release.news-released-soon')
    : say('release.news-released-text', {
        date: moment(opening.instant, team.zone, say.language, 'date-time'),
      });
};

/** To a lead: that the team waits for a release, has lost it, or got it back. */
const releaseNewsCard = (say: Voice, team: Team, news: NewsMessage['news']): Card => ({
  title: strong(say(`release.news-${news}`, { team: `#${team.name}` })),
  nodes: [{ kind: 'paragraph', text: newsText(say, team, news) }],
});

/** News of a release, in the lead's own language; nothing once it is out of date, or the lead leads no more. */
export const makeReleaseNewsParcels =
  ({ teams, people, deliveries, clock }: Deps) =>
  async (message: NewsMessage): Promise<readonly Parcel[]> => {
    const team = await teams.find(message.tenant, message.team);
    const lead = team?.leads[message.lead];
    if (team === undefined || lead === undefined) return [];
    // Whoever waits again by now is not told that it goes on, and the other way round.
    if ((team.waits === true) !== (message.news !== 'released')) return [];
    const person = await people.find(lead);
    if (!person?.leads.includes(team.id)) return [];
    return [
      {
        ref: { tenant: message.tenant, aggregate: team.id, key: `${messageKey(message)}/${idIn(lead)}` },
        records: deliveries,
        forgetAt: forgottenAt('delivery-record', clock.now()),
        to: lead,
        reader: { subject: lead, zone: person.zone ?? team.zone, asked: person.team !== undefined },
        card: releaseNewsCard(voice(languageOf(person, team.language)), team, message.news),
      },
    ];
  };
