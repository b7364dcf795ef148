import type { SettingName } from '../change/team-change.ts';
import { asksSetting, languageSetting } from './asking.ts';
import { channelsSetting } from './channels.ts';
import { daysSetting, waySetting } from './course.ts';
import { packsSetting, pinnedSetting } from './items.ts';
import { landSetting } from './region.ts';
import { timeSetting, weekdaySetting, weeksSetting } from './rhythm.ts';
import type { Setting } from './setting.ts';

/** Every setting there is; the form and the card show them in this order. */
const BY_NAME: Readonly<Record<SettingName, Setting>> = {
  weeks: weeksSetting,
  weekday: weekdaySetting,
  time: timeSetting,
  language: languageSetting,
  asks: asksSetting,
  channels: channelsSetting,
  pinned: pinnedSetting,
  packs: packsSetting,
  land: landSetting,
  days: daysSetting,
  way: waySetting,
};

export const SETTINGS: readonly Setting[] = Object.values(BY_NAME);

export const settingOf = (name: SettingName): Setting => BY_NAME[name];
