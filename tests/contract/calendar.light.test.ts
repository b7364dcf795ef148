import { makeLightCalendar } from '../../adapters/system/light-calendar.ts';
import { calendarContract } from './calendar.contract.ts';

calendarContract('light', makeLightCalendar);
