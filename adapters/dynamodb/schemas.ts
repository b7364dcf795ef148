import * as z from 'zod';
import type { ConversationRef, PersonRef, TenantRef } from '../../src/chat/identity.ts';
import type { Language } from '../../src/i18n/language.ts';

/* Shapes that several items share. The annotations make tsc compare each with its type in src. */

const platform = z.enum(['slack', 'msteams']);

export const tenantRef: z.ZodType<TenantRef> = z.templateLiteral([platform, ':', z.string()]);
export const personRef: z.ZodType<PersonRef> = z.templateLiteral([
  platform,
  ':',
  z.string(),
  ':',
  z.string(),
]);
export const conversationRef: z.ZodType<ConversationRef> = z.templateLiteral([
  platform,
  ':',
  z.string(),
  ':',
  z.string(),
]);
export const language: z.ZodType<Language> = z.enum(['de', 'en']);
export const instant = z.int();

export const messageRef = z.object({ conversation: conversationRef, message: z.string() });

/**
 * One schema per field of a type: a field that is not listed would be lost on reading, and one that may be absent
 * must be optional here as well.
 */
export type FieldsOf<Value> = {
  readonly [Name in keyof Value]-?: undefined extends Value[Name]
    ? z.ZodOptional<z.ZodType<Exclude<Value[Name], undefined>>>
    : z.ZodType<Value[Name]>;
};
