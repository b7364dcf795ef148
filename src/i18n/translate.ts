import { plain } from '../chat/text.ts';
import type { Span, Text } from '../chat/text.ts';
import type { Catalogue, Key, ParamsOf, PlainKey, Template, Value } from './catalogue.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import type { Language } from './language.ts';

/** Asked for at each use: where the product is bundled, a language is loaded when the first person reads it. */
const catalogueOf = (language: Language): Catalogue => (language === 'de' ? de : en);

type Values = Readonly<Record<string, Value>>;

/** Says things in one language. */
export interface Voice {
  readonly language: Language;
  (key: PlainKey): Text;
  <K extends Key>(key: K, params: ParamsOf<K>): Text;
}

const spansOf = (value: Value): Text => {
  if (typeof value === 'string' || typeof value === 'number') return [{ kind: 'text', text: String(value) }];
  return 'kind' in value ? [value] : value;
};

const chosen = (language: Language, template: Template, values: Values): string => {
  if (typeof template === 'string') return template;
  const n = Number(values['n'] ?? 0);
  return new Intl.PluralRules(language).select(n) === 'one' ? template.one : template.other;
};

const filled = (template: string, values: Values): Text =>
  template
    .split(/(\{[a-z-]+\})/)
    .filter((part) => part !== '')
    .flatMap((part): readonly Span[] => {
      const value = part.startsWith('{') ? values[part.slice(1, -1)] : undefined;
      return value === undefined ? [{ kind: 'text', text: part }] : spansOf(value);
    });

export const voice = (language: Language): Voice => {
  const say = (key: Key, params: Values = {}): Text =>
    filled(chosen(language, catalogueOf(language)[key], params), params);
  return Object.assign(say, { language });
};

/** A text as bold spans; what is not plain text (a mention, a time) stays what it is. */
export const strong = (spans: Text): Text =>
  spans.map((span) => (span.kind === 'text' ? { kind: 'bold', text: span.text } : span));

/** For buttons and field labels, which take no spans. */
export const label = plain;
