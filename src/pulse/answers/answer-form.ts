import type { Field, Form, Notice, Option } from '../../chat/form.ts';
import { moment } from '../../i18n/dates.ts';
import type { Voice } from '../../i18n/translate.ts';
import { label, strong } from '../../i18n/translate.ts';
import type { Zone } from '../../shared/time.ts';
import type { Answer, RoundHead, RoundItem } from './answer.ts';
import { COMMENT_MOST, THEMES } from './answer.ts';
import { APPEAR_FIELD, COMMENT_FIELD, MARKS, markField, VERBATIM } from './read-answer.ts';

const options = (say: Voice): readonly Option[] =>
  MARKS.map((mark) => ({ value: String(mark), label: label(say(`mark.${mark}`)) }));

const markChoice = (say: Voice, item: RoundItem, answer: Answer | undefined): Field => {
  const given = answer?.marks[item.id];
  return {
    kind: 'choice',
    name: markField(item),
    label: item.texts[say.language],
    shown: 'list',
    options: options(say),
    ...(given === undefined ? {} : { value: String(given) }),
  };
};

const appearChoice = (say: Voice, { fewShare = [] }: RoundHead, answer: Answer | undefined): Field => ({
  kind: 'choice',
  name: APPEAR_FIELD,
  label: label(say('form.appear')),
  hint: label([...say('form.theme-hint'), ...(fewShare.includes(say.language) ? say('form.few-share') : [])]),
  shown: 'menu',
  options: [
    { value: VERBATIM, label: label(say('form.verbatim')) },
    ...THEMES.map((theme) => ({
      value: theme,
      label: label(say('form.theme-only', { theme: say(`theme.${theme}`) })),
    })),
  ],
  value: answer?.theme ?? VERBATIM,
});

/** The form (T5): three items, one text and how it may appear, filled with what this person said so far. */
export const answerForm = (
  say: Voice,
  head: RoundHead,
  answer: Answer | undefined,
  contact: string | undefined,
): Form => ({
  intent: { kind: 'answer', round: head.round },
  title: label(say('form.title')),
  intro: [{ kind: 'paragraph', text: say('form.intro') }],
  fields: [
    ...head.items.map((item) => markChoice(say, item, answer)),
    {
      kind: 'text',
      name: COMMENT_FIELD,
      label: head.prompt[say.language],
      hint: label([
        ...say('form.comment-hint'),
        { kind: 'text', text: ' ' },
        ...say('form.reader'),
        ...(contact === undefined ? [] : say('form.contact', { contact })),
      ]),
      optional: true,
      multiline: true,
      maxLength: COMMENT_MOST,
      ...(answer?.comment === undefined ? {} : { value: answer.comment }),
    },
    appearChoice(say, head, answer),
  ],
  submit: label(say('button.send')),
  cancel: label(say('button.cancel')),
});

/** The confirmation (T6), shown only in the place of the form: the chat holds nothing of it. */
export const savedNotice = (say: Voice, head: RoundHead, zone: Zone): Notice => ({
  title: label(say('form.title')),
  nodes: [
    { kind: 'paragraph', text: strong(say('saved.title')) },
    {
      kind: 'paragraph',
      text: say('saved.text', { close: moment(head.closesAt, zone, say.language, 'date-time') }),
    },
  ],
  close: label(say('button.done')),
});

/** How you are protected (T3): what holds until the close, what after it, and what remains. */
export const protectionNotice = (say: Voice, platform: string): Notice => ({
  title: label(say('protection.title')),
  nodes: [
    { kind: 'paragraph', text: say('protection.open', { word: strong(say('protection.open-word')) }) },
    { kind: 'paragraph', text: say('protection.closed', { word: strong(say('protection.closed-word')) }) },
    { kind: 'paragraph', text: say('protection.remains', { platform }) },
  ],
  close: label(say('button.close')),
});
