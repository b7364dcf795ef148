import type { CardNode } from '../chat/card.ts';
import { code } from '../chat/text.ts';
import type { Form, Notice } from '../chat/form.ts';
import { typedAs } from '../chat/words.ts';
import { moment } from '../i18n/dates.ts';
import { label, strong } from '../i18n/translate.ts';
import type { Voice } from '../i18n/translate.ts';
import { forgottenAt } from '../retention/retention.ts';
import type { Instant, Zone } from '../shared/time.ts';
import type { Team } from '../team/team.ts';
import type { Withdrawn } from './withdraw.ts';

/** What depends on the person and would be without anybody. */
export interface Leaving {
  /** Teams that nobody else leads. */
  readonly leadless: readonly Team[];
  /** Nobody else is an admin. */
  readonly lastAdmin: boolean;
  /** The configuration names them as the first admin. */
  readonly firstAdmin: boolean;
}

const paragraph = (title: ReturnType<Voice>, text: ReturnType<Voice>): CardNode => ({
  kind: 'paragraph',
  text: [...strong(title), ...text],
});

/** Where the person is. */
export interface Place {
  readonly door: string;
  readonly platform: string;
}

const again = (say: Voice, { door }: Place): CardNode => ({
  kind: 'paragraph',
  text: say('erase.again', { word: code(`${door} ${typedAs('pulse-off', say.language)}`) }),
});

const stays = (say: Voice, { platform }: Place): CardNode =>
  paragraph(say('erase.stays'), say('erase.stays-text', { platform }));

const comesBack = (say: Voice, { door }: Place): CardNode => ({
  kind: 'paragraph',
  text: say('erase.first-admin', { word: code(`${door} ${typedAs('setup', say.language)}`) }),
});

/** Before anything is erased: what goes, what that means for others, and that who stays in the channel is asked again. */
export const eraseForm = (say: Voice, { leadless, lastAdmin, firstAdmin }: Leaving, place: Place): Form => ({
  intent: { kind: 'erase' },
  title: label(say('erase.dialog')),
  intro: [
    paragraph(say('erase.now'), say('erase.now-text')),
    paragraph(say('erase.soon'), say('erase.soon-text')),
    stays(say, place),
    ...leadless.map(
      (team): CardNode => ({
        kind: 'paragraph',
        text: say('erase.last-lead', { team: `#${team.name}` }),
      }),
    ),
    ...(lastAdmin ? [{ kind: 'paragraph' as const, text: say('erase.last-admin') }] : []),
    ...(firstAdmin ? [comesBack(say, place)] : []),
    again(say, place),
  ],
  fields: [],
  submit: label(say('button.erase-now')),
  cancel: label(say('button.cancel')),
});

/** Short enough to be read out. Made of the submission's own id, so that the same one has the same; kept nowhere. */
const receiptOf = (nonce: string): string =>
  (nonce.toUpperCase().match(/[0-9A-Z]{4}/g) ?? [nonce]).slice(0, 3).join('-');

export interface Receipt {
  readonly withdrawn: Withdrawn;
  readonly nonce: string;
  readonly now: Instant;
  readonly zone: Zone;
}

/** Only what is surely so: where no open round of theirs was found, nothing is said of an answer. */
const GONE = {
  open: 'erased.gone-text',
  sealed: 'erased.gone-sealed',
  none: 'erased.gone-no-round',
} as const satisfies Readonly<Record<Withdrawn, string>>;

/** What is gone, what stays, what cannot go, and until when copies exist (T25). */
export const eraseReceipt = (say: Voice, receipt: Receipt, place: Place): Notice => {
  const backups = moment(forgottenAt('backup', receipt.now), receipt.zone, say.language, 'date');
  return {
    title: label(say('erase.dialog')),
    nodes: [
      paragraph(say('erased.gone'), say(GONE[receipt.withdrawn])),
      paragraph(say('erase.soon'), say('erase.soon-text')),
      stays(say, place),
      paragraph(say('erased.not'), say('erased.not-text')),
      {
        kind: 'paragraph',
        text: say('erased.backups', { date: backups, receipt: code(receiptOf(receipt.nonce)) }),
      },
      again(say, place),
      {
        kind: 'actions',
        buttons: [{ label: label(say('button.never-ask')), intent: { kind: 'word', word: 'pulse-off' } }],
      },
    ],
    close: label(say('button.done')),
  };
};
