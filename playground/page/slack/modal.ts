import type { PageView } from '../../slack/page-state.ts';
import type { Acted } from '../../chat.ts';
import { byId, el } from '../dom.ts';
import type { Page } from '../store.ts';
import { drawBlocks } from './blocks.ts';
import type { Entered } from './controls.ts';
import { formValues, storedValue } from './form-values.ts';

type Act = (action: object) => Promise<Acted>;

type Values = Readonly<Record<string, Entered>>;

interface Shown {
  readonly view: PageView;
  readonly dialog: HTMLDialogElement;
  readonly form: HTMLFormElement;
}

interface Parts {
  readonly values: Values;
  readonly errors: Acted['fieldErrors'];
  readonly send: (action: object) => void;
}

const button = (kind: string, label: string, press: () => void): HTMLElement =>
  el('button', { class: kind, attributes: { type: 'button' }, on: { click: press } }, label);

/** The × closes every open view, the button below only the one on top. */
const head = (view: PageView, page: Page, send: Parts['send']): HTMLElement => {
  const all = button('quiet', '×', () => send({ action: 'close', all: true }));
  all.setAttribute('aria-label', page.words.close);
  return el('header', {}, el('h2', { attributes: { id: 'dialog-title' } }, view.title), all);
};

/** A view without `submit` is something to read: its one button closes it. */
const foot = ({ close, submit }: PageView, { words }: Page, send: Parts['send']): HTMLElement =>
  el(
    'footer',
    {},
    button('button', close ?? (submit === undefined ? words.close : words.cancel), () =>
      send({ action: 'close' }),
    ),
    submit !== undefined && el('button', { class: 'button primary', attributes: { type: 'submit' } }, submit),
  );

/** A view in a dialog of the browser, which keeps the focus inside and gives it back. */
const build = (page: Page, view: PageView, { values, errors, send }: Parts): Shown => {
  const blocks = drawBlocks(view.blocks, {
    page,
    use: (name, entry) => send({ action: 'click', name, entry }),
    entered: (blockId) => values[blockId] ?? storedValue(view.values, blockId),
    errors: errors ?? {},
  });
  const form = el(
    'form',
    { attributes: { novalidate: true, autocomplete: 'off' } },
    head(view, page, send),
    blocks,
    foot(view, page, send),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    // One click is one submission: the form takes no other until the answer is there.
    form.inert = true;
    send({ action: 'submit', values: formValues(form, view.blocks) });
  });
  const dialog = el('dialog', { attributes: { 'aria-labelledby': 'dialog-title' } }, form);
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    send({ action: 'close' });
  });
  return { view, dialog, form };
};

/** Where typing should go on: at the first complaint, else the first field, else the button that closes. */
const focusIn = (form: HTMLFormElement): void => {
  for (const place of ['.wrong', '.blocks', 'footer']) {
    const found = form.querySelector(`${place} :is(input, textarea, select, button)`);
    if (found instanceof HTMLElement) {
      found.focus();
      return;
    }
  }
};

/** Shows the top modal of the person; what is typed in it stays while the view stays. */
export const makeModal = (act: Act) => {
  let shown: Shown | undefined;
  const same = (view: PageView): boolean =>
    shown !== undefined && JSON.stringify(shown.view) === JSON.stringify(view);

  return (page: Page, errors: Acted['fieldErrors'], sent: boolean): void => {
    const { view } = page.state;
    if (view && same(view) && !sent) return;
    const values = view && shown?.view.id === view.id ? formValues(shown.form, shown.view.blocks) : {};
    shown?.dialog.close();
    const send = (action: object) => void act({ view: view?.id, ...action });
    shown = view && build(page, view, { values, errors, send });
    byId('dialogs').replaceChildren(...(shown ? [shown.dialog] : []));
    if (!shown) return;
    shown.dialog.showModal();
    focusIn(shown.form);
  };
};
