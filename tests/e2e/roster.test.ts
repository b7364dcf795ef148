import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { changingNothing } from '../support/forge.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, lenient, present, setUpTeam } from '../support/scenes.ts';
import { textOf, viewText } from '../support/slack-text.ts';
import { makeTeamScenes } from '../support/team-scenes.ts';
import type { TeamScenes } from '../support/team-scenes.ts';

const OPENS = Date.parse('2026-12-03T11:00:00Z');
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SECOND = OPENS + 14 * DAY;

let rahmen: RunningRahmen;
let german: AddedTeam;
let english: AddedTeam;
let deutsch: TeamScenes;
let british: TeamScenes;

beforeAll(async () => {
  rahmen = await startRahmen();
  german = addTeam(rahmen.slack, 'A', { size: 7 });
  english = addTeam(rahmen.slack, 'B', { size: 7, locale: 'en-GB', tz: 'Europe/London' });
  deutsch = makeTeamScenes(rahmen, german.channel);
  british = makeTeamScenes(rahmen, english.channel);
  const entry = { time: '12:00' };
  await setUpTeam(rahmen, { lead: german.lead, channel: german.channel, entry });
  await setUpTeam(rahmen, { lead: english.lead, channel: english.channel, entry });
  await rahmen.work();
});

afterAll(() => rahmen.stop());

const person = ({ people }: AddedTeam, index: number): string => people[index] ?? '';
const asks = (people: readonly string[]): readonly number[] =>
  people.map((one) => rahmen.slack.dm(one).filter(({ text }) => /Fragen|questions/u.test(text)).length);

/** So that the round is counted at its close and stays open no longer. */
const answerAll = async (people: readonly string[]): Promise<void> => {
  for (const one of people) await answer(rahmen, one, { marks: [1, 3, 5] });
};

describe('the list of who is asked', () => {
  test('shows before the first round whom it will ask', async () => {
    expect(viewText(await deutsch.open(german.lead, 'Wer gefragt wird'))).toEqual([
      'Wer gefragt wird',
      'Bei der nächsten Runde stehen 7 Personen auf der Liste: @U0AAAAAAA1, @U0AAAAAAA2, @U0AAAAAAA3, @U0AAAAAAA4, @U0AAAAAAA5, @U0AAAAAAA6, @U0AAAAAAA7',
      'Auf der Liste stehen alle aus euren Kanälen, ohne die Teamleitung und ohne Leute aus anderen Puls-Teams. Wer nicht gefragt werden will, sagt es mir allein: Das sieht niemand, auch hier nicht.',
      'Von der Liste nehmen',
      '▾ ',
      'Höchstens 10 auf einmal.',
      '[Speichern] [Abbrechen]',
    ]);
    expect(viewText(await british.open(english.lead, 'Who is asked'))[1]).toMatch(
      /^At the next round 7 people are on the list: @U0BBBBBBB1, /u,
    );
  });

  test('loses whom the lead takes off, and the team reads who and from when', async () => {
    const off = [person(german, 6)];
    await deutsch.change(german.lead, 'Wer gefragt wird', { 'take-off': off });
    expect(textOf(deutsch.newest())).toEqual([
      'Ab der nächsten Runde (Do, 3.12., 12:00): nicht mehr gefragt: @U0AAAAAAA7.',
      'Geändert von @U0AAAAAAA0.',
      '[Änderungen] [English]',
    ]);
    await british.change(english.lead, 'Who is asked', { 'take-off': [person(english, 6)] });
    expect(textOf(british.newest())[0]).toBe(
      'From the next round on (Thu 3 Dec, 12:00): not asked any more: @U0BBBBBBB7.',
    );
    const shown = viewText(await deutsch.open(german.lead, 'Wer gefragt wird'));
    expect(shown[1]).toMatch(/^Bei der nächsten Runde stehen 6 Personen/u);
    expect(shown[2]).toBe('Herausgenommen: @U0AAAAAAA7');
  });

  test('takes nobody who is not there, and nothing twice', async () => {
    const actor = rahmen.slack.asPerson(german.lead);
    const form = lenient(rahmen.slack, await deutsch.open(german.lead, 'Wer gefragt wird'));
    const send = async (entry: Parameters<TeamScenes['submit']>[2]) =>
      changingNothing(rahmen, () => actor.submit(form, entry));
    expect((await send({ 'take-off': [person(english, 0)] })).fieldErrors).toEqual({
      'take-off': 'Herunternehmen kann ich nur, wer auf der Liste steht.',
    });
    expect((await send({ 'take-off': [german.lead] })).fieldErrors).toEqual({
      'take-off': 'Herunternehmen kann ich nur, wer auf der Liste steht.',
    });
    expect((await send({ 'take-off': null, 'put-back': [person(english, 0)] })).fieldErrors).toEqual({
      'put-back': 'Zurücksetzen kann ich nur, wer heruntergenommen wurde.',
    });
    const again = await send({ 'take-off': [person(german, 6)], 'put-back': null });
    expect(viewText(again.view)[1]).toBe('Alles bleibt, wie es ist. Also erfährt niemand etwas.');
    if (again.view !== undefined) await actor.close(again.view, true);
  });

  test('does not show who left the pulse for good', async () => {
    const hidden = person(german, 5);
    await rahmen.slack.asPerson(hidden).command('/rahmen', 'puls aus', german.channel);
    const shown = viewText(await deutsch.open(german.lead, 'Wer gefragt wird'));
    expect(shown[1]).toContain('@U0AAAAAAA6');
    await rahmen.slack.asPerson(hidden).command('/rahmen', 'puls an', german.channel);
  });

  test('is what the first round asks', async () => {
    await rahmen.jumpTo(OPENS + 2 * HOUR);
    expect(asks(german.people)).toEqual([1, 1, 1, 1, 1, 1, 0]);
    expect(asks(english.people)).toEqual([1, 1, 1, 1, 1, 1, 0]);
    await answerAll([...german.people.slice(0, 6), ...english.people.slice(0, 6)]);
  });
});

describe('who comes and goes', () => {
  test('is told to the lead a day before, and happens without a word', async () => {
    const { slack } = rahmen;
    const other = addTeam(slack, 'C', { size: 2 });
    const guest = addTeam(slack, 'D', { size: 1, locale: 'en-GB' });
    await slack.events.changes(person(guest, 0), { kind: 'guest' });
    await slack.events.joins(german.channel, person(other, 0));
    await slack.events.joins(german.channel, person(other, 1));
    await slack.events.leaves(german.channel, person(other, 1));
    await slack.events.leaves(german.channel, person(german, 0));
    await slack.events.joins(english.channel, person(guest, 0));
    await rahmen.jumpTo(SECOND - DAY - HOUR);
    expect(slack.dm(german.lead).filter(({ text }) => text.startsWith('Neu'))).toEqual([]);

    await rahmen.jumpTo(SECOND - 12 * HOUR);
    const told = present(slack.dm(german.lead).at(-1), 'message to the lead');
    expect(textOf(told)).toEqual([
      'Neu im Kanal von #team-a: @U0CCCCCCC1. Nicht mehr im Kanal von #team-a: @U0AAAAAAA1.',
      'Neu auf der Liste der nächsten Runde (Do, 17.12., 12:00): @U0CCCCCCC1. Wenn das stimmt, ist nichts zu tun.',
      '[Wer gefragt wird]',
    ]);
    expect(textOf(present(slack.dm(english.lead).at(-1), 'message to the lead')).slice(0, 2)).toEqual([
      'New in the channel of #team-b: @U0DDDDDDD1.',
      'New on the list for the next round (Thu 17 Dec, 12:00): @U0DDDDDDD1. If that is right, there is nothing to do.',
    ]);
    // From the message the list opens, and nobody else was told.
    expect(viewText(await deutsch.press(german.lead, told, 'Wer gefragt wird'))[1]).toMatch(
      /stehen 6 Personen auf der Liste: @U0AAAAAAA2.*@U0CCCCCCC1$/u,
    );
    expect(textOf(deutsch.newest())[0]).not.toMatch(/^Neu/u);

    await rahmen.jumpTo(SECOND + 2 * HOUR);
    expect(asks([person(other, 0), person(guest, 0)])).toEqual([1, 1]);
    expect(asks(german.people)).toEqual([1, 2, 2, 2, 2, 2, 0]);
    await answerAll([...german.people.slice(1, 6), ...english.people.slice(0, 6)]);
  });

  test('is not told where nothing changed, and the next round is as the one before', async () => {
    const { slack } = rahmen;
    const before = slack.dm(german.lead).length;
    await rahmen.jumpTo(SECOND + 13 * DAY + 12 * HOUR);
    const said = slack.dm(german.lead).slice(before);
    expect(said.filter(({ text }) => text.startsWith('Neu'))).toEqual([]);
  });

  test('puts back whoever was taken off', async () => {
    await deutsch.change(german.lead, 'Wer gefragt wird', { 'put-back': [person(german, 6)] });
    expect(textOf(deutsch.newest())[0]).toBe(
      'Ab der nächsten Runde (Do, 31.12., 12:00): wieder gefragt: @U0AAAAAAA7.',
    );
    await british.change(english.lead, 'Who is asked', { 'put-back': [person(english, 6)] });
    expect(textOf(british.newest())[0]).toBe(
      'From the next round on (Thu 31 Dec, 12:00): asked again: @U0BBBBBBB7.',
    );
    await rahmen.jumpTo(SECOND + 14 * DAY + 2 * HOUR);
    expect(asks([person(german, 6)])).toEqual([1]);
  });
});

describe('somebody who changes teams', () => {
  test('is not asked by the new one within the week', async () => {
    const { slack } = rahmen;
    const mover = person(german, 1);
    const weekly = addTeam(slack, 'E', { size: 5 });
    const scenes = makeTeamScenes(rahmen, weekly.channel);
    // The German team asked on Thursday, 31 December; the new one begins on the Tuesday after.
    await setUpTeam(rahmen, {
      lead: weekly.lead,
      channel: weekly.channel,
      entry: { time: '12:00', weekday: '2', weeks: '1' },
    });
    await rahmen.work();
    const before = asks([mover]);
    await slack.events.leaves(german.channel, mover);
    await slack.events.joins(weekly.channel, mover);
    expect(viewText(await scenes.open(weekly.lead, 'Wer gefragt wird'))[1]).toMatch(/stehen 6 Personen/u);
    await rahmen.jumpTo(Date.parse('2027-01-05T13:00:00Z'));
    expect(asks(weekly.people)).toEqual([1, 1, 1, 1, 1]);
    expect(asks([mover])).toEqual(before);
    await answerAll(weekly.people);
    // A week later nothing is left to wait for, and nothing of it is kept.
    await rahmen.jumpTo(Date.parse('2027-01-12T13:00:00Z'));
    expect(asks([mover])).toEqual(before.map((count) => count + 1));
  });
});
