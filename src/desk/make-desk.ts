import type { Card } from '../chat/card.ts';
import type { Actor } from '../chat/identity.ts';
import type { MeetFirstAdmin } from '../admin/meet-first-admin.ts';
import { readWord } from '../chat/words.ts';
import type { Language } from '../i18n/language.ts';
import { voice } from '../i18n/translate.ts';
import type { LanguageOf } from '../people/language-of.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { People } from '../ports/people.ts';
import type { Tenants } from '../ports/tenants.ts';
import { assertNever } from '../shared/errors.ts';
import type { AskDesk } from './ask-desk.ts';
import type { Desk } from './desk.ts';
import { faultCard, sentence, unknownWordCard } from './desk-cards.ts';
import { makeHappened } from './happened.ts';
import type { HappenedDeps } from './happened.ts';
import type { Inbound } from './inbound.ts';
import type { OnDemand } from './on-demand.ts';
import { refusalText } from './refusal-text.ts';
import type { Reply } from './reply.ts';
import { asCard, asNotice } from './reply.ts';
import type { SharedDesk } from './shared-desk.ts';
import type { Speaker, SpeakerOf } from './speaker.ts';
import { wordButtonReply, wordReply } from './word-reply.ts';
import type { WordDeps } from './word-reply.ts';
import { makeWrittenDesk } from './written-desk.ts';

export interface DeskDeps extends HappenedDeps, WordDeps {
  readonly speakerOf: SpeakerOf;
  readonly languageOf: LanguageOf;
  readonly meetFirstAdmin: MeetFirstAdmin;
  readonly ask: AskDesk;
  readonly shared: OnDemand<SharedDesk>;
  readonly people: People;
  readonly directory: Pick<Directory, 'person'>;
  readonly tenants: Tenants;
  readonly clock: Clock;
}

type Of<Kind extends Inbound['kind']> = Extract<Inbound, { kind: Kind }>;

const pressed = async (
  deps: DeskDeps,
  speaker: Speaker,
  { intent, conversation }: Of<'pressed'>,
): Promise<Reply> => {
  switch (intent.kind) {
    case 'answer':
      return deps.pulse.answerButton(speaker, intent.round);
    case 'comments':
      return deps.pulse.comments(speaker, { round: intent.round, page: intent.page, from: conversation });
    case 'hide-comment':
      return deps.pulse.hideButton(speaker, intent);
    case 'past-result':
      return deps.pulse.pastResult(speaker, { round: intent.round, from: conversation });
    case 'protection':
      return deps.pulse.protection(speaker);
    case 'in-language':
      return (await deps.shared()).inLanguage(speaker, intent, conversation);
    case 'accept-lead':
      return (await deps.team()).setUp.accept(speaker, intent.team);
    case 'decline-lead':
      return (await deps.team()).setUp.decline(speaker, intent.team);
    case 'not-now':
      return deps.ask.notNow(speaker, intent);
    case 'mine':
      return (await deps.mine()).pressed(speaker, intent.act);
    case 'my-times':
      return deps.own.myTimes(speaker);
    case 'away':
      return deps.own.awayButton(speaker);
    case 'course':
      return (await deps.course()).pressed(speaker, intent);
    case 'way-on':
      return (await deps.course()).wayPressed(speaker, intent, conversation);
    case 'team':
      return (await deps.team()).change.pressed(speaker, intent, conversation);
    case 'setup':
      return (await deps.admin()).press(speaker, intent.open);
    case 'data-sheet':
      return asNotice(speaker.say, (await deps.admin()).dataSheet(speaker));
    case 'word':
      return wordButtonReply(deps, speaker, intent, conversation);
    default:
      return assertNever(intent);
  }
};

const submitted = async (
  { pulse, own, mine, team, admin }: DeskDeps,
  speaker: Speaker,
  inbound: Of<'submitted'>,
): Promise<Reply> => {
  const { intent, values, nonce } = inbound;
  switch (intent.kind) {
    case 'answer':
      return pulse.submitted(speaker, intent.round, values);
    case 'hide-comment':
      return pulse.hideSubmitted(speaker, intent, values);
    case 'erase':
      return (await mine()).erased(speaker, nonce);
    case 'my-times':
      return own.timesSubmitted(speaker, values);
    case 'away':
      return own.awaySubmitted(speaker, values);
    case 'team-settings':
      return (await team()).change.submitted.settings(speaker, intent, { nonce, values });
    case 'team-form':
      return (await team()).change.submitted.form(speaker, intent, { nonce, values });
    case 'admins':
    case 'release-pulse':
    case 'withdraw-release':
    case 'start-trial':
      return (await admin()).submitted(speaker, intent, { nonce, values });
    case 'set-up-team':
      return (await team()).setUp.filledIn(speaker, { nonce, channel: intent.channel, values });
    case 'confirm-team':
      return (await team()).setUp.confirmed(speaker, { ...intent, nonce });
    default:
      return assertNever(intent);
  }
};

/**
 * Who acts. A platform tells only an installed app who somebody is, so its answer proves that we are back: noted before
 * anything else, since what they say would be destroyed with the tenant else. Our own table proves nothing: an event may
 * come late.
 */
const makeRecognise =
  ({ speakerOf, tenants, directory, clock }: DeskDeps) =>
  async (actor: Actor): Promise<Speaker | undefined> => {
    const [speaker, active] = await Promise.all([speakerOf(actor), tenants.isActive(actor.tenant)]);
    if (speaker === undefined || active) return speaker;
    const there = await directory.person(actor.person).catch(() => undefined);
    if (there !== undefined) await tenants.installed(actor.tenant, clock.now());
    return speaker;
  };

const typed = async (deps: DeskDeps, speaker: Speaker, inbound: Of<'typed'>): Promise<Reply> => {
  const { tenant } = inbound.actor;
  const read = readWord(inbound.text);
  const answer = async (): Promise<Reply> => {
    return 'word' in read
      ? wordReply(deps, speaker, read, inbound.conversation)
      : asCard(unknownWordCard(speaker.say, read.unknown, read.nearest));
  };
  const reads = 'word' in read && read.word === 'setup';
  const meet = deps.meetFirstAdmin(tenant, reads ? speaker.person.person : undefined);
  const [reply] = await Promise.all([answer(), meet]);
  return reply;
};

/** Routes what people do to the workflows. Who acts is asked of the directory at every click, never of the button. */
export const makeDesk = (deps: DeskDeps): Desk => {
  const recognise = makeRecognise(deps);
  const { written } = makeWrittenDesk({
    answer: (speaker, read, from) => wordReply(deps, speaker, read, from),
    openRound: deps.pulse.openRound,
  });

  const handle = async (inbound: Inbound): Promise<Reply> => {
    const speaker = await recognise(inbound.actor);
    if (speaker === undefined) {
      const say = voice('en');
      const no: Card = sentence(refusalText(say, { code: 'outsider' }));
      return inbound.kind === 'typed' || inbound.kind === 'written' ? asCard(no) : asNotice(say, no);
    }
    switch (inbound.kind) {
      case 'written':
        return asCard(await written(speaker, inbound));
      case 'typed':
        return typed(deps, speaker, inbound);
      case 'pressed':
        return pressed(deps, speaker, inbound);
      case 'submitted':
        return submitted(deps, speaker, inbound);
      default:
        return assertNever(inbound);
    }
  };

  const home = async (actor: Actor): Promise<Card> => {
    const speaker = await recognise(actor);
    if (speaker === undefined) return sentence(refusalText(voice('en'), { code: 'outsider' }));
    const [card] = await Promise.all([
      deps.pulse.home(speaker, undefined),
      deps.meetFirstAdmin(actor.tenant),
    ]);
    return card;
  };

  const apology = async (actor: Actor | undefined): Promise<Card> => {
    const language = async (): Promise<Language> => {
      const known = actor === undefined ? undefined : await deps.people.find(actor.person);
      return known === undefined ? 'en' : deps.languageOf(known);
    };
    // Whatever broke may break here again.
    return faultCard(voice(await language().catch(() => 'en' as const)));
  };

  return { handle, home, apology, happened: makeHappened(deps) };
};
