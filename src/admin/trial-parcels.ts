import type { Card } from '../chat/card.ts';
import type { PersonRef } from '../chat/identity.ts';
import { idIn } from '../chat/identity.ts';
import type { Message } from '../delivery/message.ts';
import type { Parcel } from '../delivery/parcel.ts';
import { voice } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import type { LanguageOf } from '../people/language-of.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Comments } from '../ports/comments.ts';
import type { Deliveries, DeliveryRef } from '../ports/deliveries.ts';
import type { People } from '../ports/people.ts';
import type { Round } from '../pulse/round.ts';
import { forgetAt } from '../pulse/round.ts';
import type { Team } from '../team/team.ts';
import type { Zone } from '../shared/time.ts';
import { trialAskCard, trialResultCard } from './trial-cards.ts';
import { playersOf } from './trial.ts';

interface Deps {
  readonly rounds: AggregateRepository<Round>;
  readonly teams: AggregateRepository<Team>;
  readonly people: Pick<People, 'findMany'>;
  readonly comments: Pick<Comments, 'page'>;
  /** In the vault: all records of a trial lie with its round and die with it. */
  readonly askDeliveries: Deliveries;
  readonly languageOf: LanguageOf;
}

type TrialMessage = Extract<Message, { kind: 'trial-ask' | 'trial-result' }>;

/** A second message of the same trial to the same person has a record of its own. */
export const resultRef = (round: Round, player: PersonRef): DeliveryRef => ({
  tenant: round.tenant,
  aggregate: round.id,
  key: `result/${idIn(player)}`,
});

const askRef = (round: Round, player: PersonRef): DeliveryRef => ({
  ...resultRef(round, player),
  key: `ask/${idIn(player)}`,
});

/** What a trial says, to each of its players in their own language; nothing once it is deleted. */
export const makeTrialParcels = ({ rounds, teams, people, comments, askDeliveries, languageOf }: Deps) => {
  const texts = async (round: Round): Promise<readonly string[]> => {
    if (round.result?.reached !== true || round.result.commentPages === 0) return [];
    const page = (await comments.page({ tenant: round.tenant, round: round.id }, 0)) ?? [];
    return page.flatMap(({ text }) => (text === undefined ? [] : [text]));
  };

  return async ({ kind, tenant, round: id }: TrialMessage): Promise<readonly Parcel[]> => {
    const round = await rounds.find(tenant, id);
    const team = round && (await teams.find(tenant, round.team));
    if (round === undefined || team === undefined) return [];
    if (round.state !== (kind === 'trial-ask' ? 'open' : 'closed')) return [];
    const shown = { round, team, texts: kind === 'trial-ask' ? [] : await texts(round) };
    const cardFor = (say: Voice, zone: Zone): Card =>
      kind === 'trial-ask' ? trialAskCard(say, round, zone) : trialResultCard(say, shown);
    const known = new Map((await people.findMany(playersOf(team))).map((one) => [one.person, one]));
    const parcelFor = async (to: PersonRef): Promise<Parcel> => {
      const person = known.get(to);
      const zone = person?.zone ?? round.zone;
      const language = person === undefined ? round.language : await languageOf(person);
      return {
        ref: kind === 'trial-ask' ? askRef(round, to) : resultRef(round, to),
        records: askDeliveries,
        forgetAt: forgetAt(round),
        to,
        reader: { subject: to, zone, wanted: to === team.setUpBy },
        card: cardFor(voice(language), zone),
      };
    };
    return Promise.all(playersOf(team).map(parcelFor));
  };
};
