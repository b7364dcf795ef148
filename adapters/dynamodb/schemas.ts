import * as z from 'zod/mini';
import type { ConversationRef, PersonRef, TenantRef } from '../../src/chat/identity.ts';
import type { Language } from '../../src/i18n/language.ts';

/* Shapes that several items share. The annotations make tsc compare each with its type in src. */

const platform = z.enum(['slack', 'msteams']);

export const tenantRef: z.ZodMiniType<TenantRef> = z.templateLiteral([platform, ':', z.string()]);
export const personRef: z.ZodMiniType<PersonRef> = z.templateLiteral([
  platform,
  ':',
  z.string(),
  ':',
  z.string(),
]);
export const conversationRef: z.ZodMiniType<ConversationRef> = z.templateLiteral([
  platform,
  ':',
  z.string(),
  ':',
  z.string(),
]);
export const language: z.ZodMiniType<Language> = z.enum(['de', 'en']);
export const instant = z.int();

export const messageRef = z.object({ conversation: conversationRef, message: z.string() });

/**
 * One schema per field of a type: a field that is not listed would be lost on reading, and one that may be absent
 * must be optional here as well.
 */
export type FieldsOf<Value> = {
  readonly [Name in keyof Value]-?: undefined extends Value[Name]
    ? z.ZodMiniOptional<z.ZodMiniType<Exclude<Value[Name], undefined>>>
    : z.ZodMiniType<Value[Name]>;
};
