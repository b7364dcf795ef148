import type { Text, Span } from '../chat/text.ts';
import type { en } from './en.ts';

/** A text, or two chosen by the plural rules of the language for `{n}`. */
export type Template = string | { readonly one: string; readonly other: string };

export type Key = keyof typeof en;

export type Catalogue = Readonly<Record<Key, Template>>;

type Named<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Named<Rest> : never;

type NamesOf<T> = T extends { readonly one: infer One; readonly other: infer Other }
  ? 'n' | Named<One> | Named<Other>
  : Named<T>;

/** What can be filled in. A plain string is somebody's words or a name: shown as it is, never read as markup. */
export type Value = string | number | Span | Text;

/** The values a text needs, read off the English source by the compiler. */
export type ParamsOf<K extends Key> = Readonly<Record<NamesOf<(typeof en)[K]>, Value>>;

/** The keys that need no values. */
export type PlainKey = { [K in Key]: [NamesOf<(typeof en)[K]>] extends [never] ? K : never }[Key];
