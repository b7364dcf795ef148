import { makeMemorySeenEvents } from '../../adapters/memory/seen-events.ts';
import { seenEventsContract } from './seen-events.contract.ts';

seenEventsContract('memory', makeMemorySeenEvents);
