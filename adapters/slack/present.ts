import type { Card } from '../../src/chat/card.ts';
import { plain } from '../../src/chat/text.ts';
import type { FieldErrors } from '../../src/chat/form.ts';
import type { Reply } from '../../src/desk/reply.ts';
import { assertNever, InvariantError, PortError } from '../../src/shared/errors.ts';
import type { ModalView } from './blocks.ts';
import type { Surface } from './decode-action.ts';
import type { Spot } from './decode-message.ts';
import { LIMITS } from './limits.ts';
import { renderMessage } from './render-card.ts';
import { renderForm } from './render-form.ts';
import { noticeAsCard, renderCardAsNotice, renderNotice } from './render-notice.ts';
import type { Ephemeral, Respond } from './response-url.ts';
import { shorten, visible } from './shorten.ts';
import type { Views } from './views.ts';
import type { Whisper } from './whisper.ts';

/** What goes into the HTTP answer of a submitted form: docs.slack.dev/surfaces/modals. */
export type ViewAnswer =
  | { response_action: 'update' | 'push'; view: ModalView }
  | { response_action: 'errors'; errors: Record<string, string> };

/** Shows what the desk says to the one person who acted. Nothing is ever posted because of it. */
export interface Presenter<Answer> {
  readonly show: (reply: Reply) => Promise<Answer>;
  /** When something broke: leaves everything the person typed where it is. */
  readonly apologize: (card: Card) => Promise<Answer>;
}

/** Shared by all that is shown in one request. */
export interface Stage {
  readonly views: Views;
  readonly respond: Respond;
  readonly displayName: string;
  readonly newNonce: () => string;
}

const ephemeral = (card: Card): Ephemeral => ({ response_type: 'ephemeral', ...renderMessage(card) });

const noFields = (): never => {
  throw new InvariantError('errors beside fields, and no form was submitted');
};

/** A typed word: a private message in the HTTP answer, or a form that opens over an empty one. */
export const presentTyped = (stage: Stage, trigger: string): Presenter<Ephemeral | undefined> => ({
  apologize: async (card) => ephemeral(card),
  show: async (reply) => {
    switch (reply.kind) {
      case 'form':
        await stage.views.open(trigger, renderForm(reply.form, stage.newNonce()));
        return undefined;
      case 'notice':
        return ephemeral(noticeAsCard(reply.notice));
      case 'card':
        return ephemeral(reply.card);
      case 'field-errors':
        return noFields();
      default:
        return assertNever(reply);
    }
  },
});

/** A message: the answer stands beside it, for the writer alone. There is no trigger, so no form can open. */
export const presentWritten = (whisper: Whisper, spot: Spot): Presenter<void> => ({
  apologize: (card) => whisper(spot, card),
  show: async (reply) => {
    if (reply.kind !== 'card') throw new InvariantError('only a card can answer a message');
    await whisper(spot, reply.card);
  },
});

export interface Press {
  readonly trigger: string;
  readonly surface: Surface;
}

/**
 * Over a message or the home tab a dialog opens; from inside one it goes on top, so that closing it leads back to
 * what was typed; a dialog without fields is replaced, because only three fit on each other.
 */
const showView = async (views: Views, { trigger, surface }: Press, view: ModalView): Promise<void> => {
  if (surface.kind !== 'dialog') await views.open(trigger, view);
  else if (surface.typing) await views.push(trigger, view);
  else await views.update(surface.view, view);
};

/** The answer to a press itself is always empty. */
export const presentPressed = (stage: Stage, press: Press): Presenter<void> => {
  const { surface } = press;
  const say = async (card: Card, replace: boolean): Promise<void> => {
    if (surface.kind !== 'message') {
      await showView(stage.views, press, renderCardAsNotice(card, stage.displayName));
      return;
    }
    if (surface.responseUrl === undefined) throw new PortError('refused', 'no_response_url');
    // A message that all can see is never changed by one person's press (R4).
    await stage.respond(surface.responseUrl, { ...ephemeral(card), replace_original: replace });
  };
  return {
    apologize: async (card) => {
      await say(card, false);
    },
    show: async (reply) => {
      switch (reply.kind) {
        case 'form':
          return showView(stage.views, press, renderForm(reply.form, stage.newNonce()));
        case 'notice':
          return showView(stage.views, press, renderNotice(reply.notice));
        case 'card':
          return say(reply.card, surface.kind === 'message' && surface.ephemeral);
        case 'field-errors':
          return noFields();
        default:
          return assertNever(reply);
      }
    },
  };
};

/** Keyed by block id, and our blocks are named after their fields. Slack fails on a name that the view lacks. */
const renderErrors = (errors: FieldErrors, fields: ReadonlySet<string>): ViewAnswer => {
  const entries = Object.entries(errors);
  if (entries.length === 0 || entries.some(([name]) => !fields.has(name))) {
    throw new InvariantError('an error beside a field that the form does not have');
  }
  const shown = entries.map(([name, words]) => [name, shorten(visible(plain(words)), LIMITS.hint)] as const);
  return { response_action: 'errors', errors: Object.fromEntries(shown) };
};

/** A submitted form: what is said takes its place, in the HTTP answer alone. */
export const presentSubmitted = (stage: Stage, fields: ReadonlySet<string>): Presenter<ViewAnswer> => {
  const cardView = (card: Card): ModalView => renderCardAsNotice(card, stage.displayName);
  return {
    // On top of the form: closing it leads back to what was typed.
    apologize: async (card) => ({ response_action: 'push', view: cardView(card) }),
    show: async (reply) => {
      switch (reply.kind) {
        case 'form':
          return { response_action: 'update', view: renderForm(reply.form, stage.newNonce()) };
        case 'notice':
          return { response_action: 'update', view: renderNotice(reply.notice) };
        case 'card':
          return { response_action: 'update', view: cardView(reply.card) };
        case 'field-errors':
          return renderErrors(reply.errors, fields);
        default:
          return assertNever(reply);
      }
    },
  };
};
