import type { Card } from '../../src/chat/card.ts';
import type { Logger } from '../../src/ports/logger.ts';
import type { HomeView } from './blocks.ts';
import { faultFields } from './fault-fields.ts';
import { renderCard } from './render-card.ts';
import { refusalOf } from './slack-errors.ts';
import type { Views } from './views.ts';

/** The home tab. Slack keeps what we publish, so it says nothing about what its owner did (R4). */
export const renderHome = (card: Card): HomeView => ({ type: 'home', blocks: renderCard(card) });

interface Publication {
  readonly user: string;
  readonly home: HomeView;
  readonly logger: Logger;
}

/** A refusal is noted and no more: whoever opened the tab may be gone, and the event sent again would fail again. */
export const publishHome = async (views: Views, { user, home, logger }: Publication): Promise<void> => {
  try {
    await views.publish(user, home);
  } catch (error) {
    if (refusalOf(error) === undefined) throw error;
    logger.error('request-failed', { route: 'event', ...faultFields(error) });
  }
};
