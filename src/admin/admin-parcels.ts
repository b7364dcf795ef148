import type { Card } from '../chat/card.ts';
import { code, mention } from '../chat/text.ts';
import { typedAs } from '../chat/words.ts';
import type { Message } from '../delivery/message.ts';
import { messageKey } from '../delivery/message.ts';
import type { Parcel } from '../delivery/parcel.ts';
import { strong, voice } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import type { LanguageOf } from '../people/language-of.ts';
import { isFullMember } from '../people/person.ts';
import type { AggregateRepository } from '../ports/aggregate-repository.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deliveries } from '../ports/deliveries.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import { forgottenAt } from '../retention/retention.ts';
import { setUpCard } from './set-up-card.ts';
import { SETTINGS_ID } from './settings.ts';
import type { Settings } from './settings.ts';

interface Deps {
  readonly settings: AggregateRepository<Settings>;
  readonly people: Pick<People, 'find'>;
  readonly directory: Pick<Directory, 'person'>;
  readonly deliveries: Deliveries;
  readonly languageOf: LanguageOf;
  readonly clock: Clock;
}

type AdminNews = Extract<Message, { kind: 'admin-news' }>;

const newsCard = (say: Voice, settings: Settings, { news, by }: AdminNews): Card => {
  const words = { person: by === undefined ? [] : mention(by) };
  if (news === 'removed') return { title: strong(say('admins.removed', words)), nodes: [] };
  const card = setUpCard(say, settings);
  // Its ticks are those of the day on which it was sent.
  const stays = say('setup.stays', { word: code(typedAs('setup', say.language)) });
  const nodes: Card['nodes'] = [...card.nodes, { kind: 'footnote', text: stays }];
  if (news === 'welcome') return { ...card, nodes };
  return {
    title: strong(say('admins.appointed', words)),
    nodes: [{ kind: 'paragraph', text: card.title }, ...nodes],
  };
};

/** That somebody is an admin now, with what there is to do, or is none any more. Nothing once it is out of date. */
export const makeAdminParcels =
  ({ settings, people, directory, deliveries, clock, languageOf }: Deps) =>
  async (message: AdminNews): Promise<readonly Parcel[]> => {
    const { tenant, person: to } = message;
    const current = await settings.find(tenant, SETTINGS_ID);
    if (current === undefined || current.admins.includes(to) !== (message.news !== 'removed')) return [];
    const known = await people.find(to);
    // The configuration names somebody who may never have used the app.
    const person = known ?? (await directory.person(to));
    if (person === undefined || !isFullMember(person)) return [];
    const language = await languageOf(known ?? { ...person, leads: [] });
    return [
      {
        ref: { tenant, aggregate: SETTINGS_ID, key: messageKey(message) },
        records: deliveries,
        forgetAt: forgottenAt('delivery-record', clock.now()),
        to,
        reader: { subject: to, zone: person.zone ?? 'UTC' },
        card: newsCard(voice(language), current, message),
      },
    ];
  };
