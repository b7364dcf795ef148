import type { Card } from '../../src/chat/card.ts';
import type { HomeView } from './blocks.ts';
import { renderCard } from './render-card.ts';

/** The home tab. Slack keeps what we publish, so it says nothing about what its owner did (R4). */
export const renderHome = (card: Card): HomeView => ({ type: 'home', blocks: renderCard(card) });
