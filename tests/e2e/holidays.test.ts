import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addTeam } from '../support/added-team.ts';
import type { AddedTeam } from '../support/added-team.ts';
import { startRahmen } from '../support/running-rahmen.ts';
import type { RunningRahmen } from '../support/running-rahmen.ts';
import { answer, present, setUpTeam } from '../support/scenes.ts';
import { textOf } from '../support/slack-text.ts';

let rahmen: RunningRahmen;
let team: AddedTeam;

const at = (iso: string): Promise<void> => rahmen.jumpTo(Date.parse(iso));
const asks = (): readonly (readonly string[])[] =>
  rahmen.slack.dm(present(team.people[0], 'person')).map(textOf);
const posts = (): readonly (readonly string[])[] => rahmen.slack.messages(team.channel).map(textOf);

beforeAll(async () => {
  rahmen = await startRahmen();
  team = addTeam(rahmen.slack, 'K');
  const { lead, channel } = team;
  await setUpTeam(rahmen, { lead, channel, entry: { time: '12:00', weekday: '5' } });
});

afterAll(() => rahmen.stop());

describe('a team that keeps the public holidays of its Land', () => {
  test('chooses it among its settings, and the team is told', async () => {
    const { slack } = rahmen;
    const lead = slack.asPerson(team.lead);
    const { messages } = await lead.command('/rahmen', 'team', team.channel);
    const { view } = await lead.click(present(messages.at(-1), 'card'), 'Einstellungen');
    const saved = await lead.submit(present(view, 'form'), { land: 'BY' });
    if (saved.view !== undefined) await lead.close(saved.view, true);
    await rahmen.drain();
    expect(posts().at(-1)?.[0]).toBe(
      'Ab der nächsten Runde (Fr, 4.12., 12:00): Feiertage von Bayern statt keine Feiertage.',
    );
  });

  test('has a round whose end would be on Christmas Day closed on the day after the holidays', async () => {
    await at('2026-12-04T11:00:00Z');
    for (const person of team.people) await answer(rahmen, person, { marks: [1, 3, 5] });
    await at('2026-12-18T11:00:00Z');
    expect(asks().at(-1)?.[1]).toBe('Offen bis So, 27.12., 12:00.');
  });

  test('is reminded on a working day before', async () => {
    await at('2026-12-23T11:01:00Z');
    expect(posts().at(-1)?.[0]).toBe('Die Runde ist noch bis So, 27.12., 12:00 offen.');
    for (const person of team.people) await answer(rahmen, person, { marks: [1, 3, 5] });
    const before = posts().length;
    await at('2026-12-26T22:00:00Z');
    expect(posts()).toHaveLength(before);
    await at('2026-12-27T11:00:00Z');
    expect(posts().length).toBeGreaterThan(before);
  });

  test('is asked on the day after a holiday, and the rhythm stays as it was', async () => {
    const before = asks().length;
    await at('2027-01-01T22:00:00Z');
    expect(asks()).toHaveLength(before);
    await at('2027-01-02T11:00:00Z');
    expect(
      asks()
        .slice(before)
        .map((ask) => ask[1]),
    ).toEqual(['Offen bis Sa, 9.1., 12:00.']);
    for (const person of team.people) await answer(rahmen, person, { marks: [1, 3, 5] });
    await at('2027-01-15T11:00:00Z');
    expect(asks().at(-1)?.[1]).toBe('Offen bis Fr, 22.1., 12:00.');
  });
});
