export type Child = Node | string | undefined | false;

interface Options {
  readonly class?: string;
  /** Attributes; `true` is one without a value, `false` and undefined are left out. */
  readonly attributes?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly on?: Readonly<Record<string, (event: Event) => void>>;
}

/** An element. Text goes in as text: nothing on this page is ever parsed as markup. */
export const el = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  options: Options = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  if (options.class) element.className = options.class;
  for (const [name, value] of Object.entries(options.attributes ?? {})) {
    if (value !== undefined && value !== false)
      element.setAttribute(name, value === true ? '' : String(value));
  }
  for (const [event, listener] of Object.entries(options.on ?? {})) element.addEventListener(event, listener);
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
};

export const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
};

/** Puts new content in place, with the focus where it was if its element is there again (`data-focus`). */
export const refill = (place: Element, ...children: readonly Child[]): void => {
  const focused = document.activeElement?.closest('[data-focus]');
  const key = focused && place.contains(focused) ? focused.getAttribute('data-focus') : null;
  place.replaceChildren(...children.filter((child) => child !== undefined && child !== false));
  const again = [...place.querySelectorAll('[data-focus]')].find(
    (element) => element.getAttribute('data-focus') === key,
  );
  if (key !== null && again instanceof HTMLElement) again.focus({ preventScroll: true });
};
