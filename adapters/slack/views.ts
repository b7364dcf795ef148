import type { WebClient } from '@slack/web-api';
import * as z from 'zod/mini';
import type { HomeView, ModalView } from './blocks.ts';
import { callSlack } from './call-slack.ts';

/** Dialogs and the home tab. A trigger lives three seconds and opens one view: docs.slack.dev/surfaces/modals. */
export interface Views {
  open(trigger: string, view: ModalView): Promise<void>;
  /** On top of an open dialog, which keeps what was typed into it. */
  push(trigger: string, view: ModalView): Promise<void>;
  /** In place of an open dialog; needs no trigger. */
  update(viewId: string, view: ModalView): Promise<void>;
  publish(user: string, view: HomeView): Promise<void>;
}

const nothing = z.unknown();

export const makeViews = (client: WebClient): Views => ({
  open: async (trigger, view) => {
    await callSlack(client, 'views.open', { trigger_id: trigger, view }, nothing);
  },
  push: async (trigger, view) => {
    await callSlack(client, 'views.push', { trigger_id: trigger, view }, nothing);
  },
  update: async (viewId, view) => {
    await callSlack(client, 'views.update', { view_id: viewId, view }, nothing);
  },
  publish: async (user, view) => {
    await callSlack(client, 'views.publish', { user_id: user, view }, nothing);
  },
});
