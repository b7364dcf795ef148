import * as z from 'zod/mini';
import type { FormValues } from '../../src/chat/form.ts';
import { inTenant } from '../../src/chat/identity.ts';
import type { TenantRef } from '../../src/chat/identity.ts';
import { slackId } from './refs.ts';
import { FIELD_ACTION } from './render-form.ts';

const fieldState = z.union([
  z.object({ type: z.literal('plain_text_input'), value: z.nullish(z.string()) }),
  z.object({
    type: z.enum(['radio_buttons', 'static_select']),
    selected_option: z.nullish(z.object({ value: z.string() })),
  }),
  z.object({
    type: z.literal('checkboxes'),
    selected_options: z.nullish(z.array(z.object({ value: z.string() }))),
  }),
  z.object({
    type: z.literal('datepicker'),
    selected_date: z.nullish(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/))),
  }),
  z.object({ type: z.literal('multi_users_select'), selected_users: z.nullish(z.array(slackId)) }),
  z.object({
    type: z.literal('multi_conversations_select'),
    selected_conversations: z.nullish(z.array(slackId)),
  }),
]);

/** `view.state`: block id, then action id. Fields of other kinds are not ours and stay out. */
export const viewState = z.object({
  values: z.optional(z.record(z.string(), z.record(z.string(), z.unknown()))),
});

type FieldState = z.infer<typeof fieldState>;

const valueOf = (state: FieldState, tenant: TenantRef): string | readonly string[] | undefined => {
  switch (state.type) {
    case 'plain_text_input':
      return state.value || undefined;
    case 'multi_users_select': {
      const people = (state.selected_users ?? []).map((user) => inTenant(tenant, user));
      return people.length > 0 ? people : undefined;
    }
    case 'multi_conversations_select': {
      const channels = (state.selected_conversations ?? []).map((channel) => inTenant(tenant, channel));
      return channels.length > 0 ? channels : undefined;
    }
    case 'checkboxes': {
      const ticked = (state.selected_options ?? []).map(({ value }) => value);
      return ticked.length > 0 ? ticked : undefined;
    }
    case 'datepicker':
      return state.selected_date ?? undefined;
    default:
      return state.selected_option?.value;
  }
};

/** What was filled in, by the fields' names; empty fields are absent. */
export const readFormValues = (state: z.infer<typeof viewState>, tenant: TenantRef): FormValues => {
  const values: Record<string, string | readonly string[]> = {};
  for (const [name, actions] of Object.entries(state.values ?? {})) {
    const field = fieldState.safeParse(actions[FIELD_ACTION]);
    const value = field.success ? valueOf(field.data, tenant) : undefined;
    if (value !== undefined) values[name] = value;
  }
  return values;
};
