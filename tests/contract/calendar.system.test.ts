import { makeSystemCalendar } from '../../adapters/system/calendar.ts';
import { calendarContract } from './calendar.contract.ts';

calendarContract('system', makeSystemCalendar);
