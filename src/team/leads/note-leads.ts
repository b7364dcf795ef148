import type { TenantRef } from '../../chat/identity.ts';
import type { AggregateRepository } from '../../ports/aggregate-repository.ts';
import type { Calendar } from '../../ports/calendar.ts';
import type { Clock } from '../../ports/clock.ts';
import { changed } from '../../work/aggregate.ts';
import type { Dispatch } from '../../work/dispatch.ts';
import { withFreshState } from '../../work/with-fresh-state.ts';
import type { LeadsOf } from '../authority.ts';
import { toldChange } from '../change/tell-change.ts';
import type { Team } from '../team.ts';

interface Deps {
  readonly teams: AggregateRepository<Team>;
  readonly leadsOf: LeadsOf;
  readonly dispatch: Dispatch;
  readonly calendar: Calendar;
  readonly clock: Clock;
}

/**
 * Looks whether anybody leads the team at this moment. When the last one is gone (left the channel, deactivated), its
 * channels are told once; from then on admins change its settings and its people may propose a lead (R28). Idempotent.
 */
export const makeNoteLeads = ({ teams, leadsOf, dispatch, calendar, clock }: Deps) => {
  const attempt = async (tenant: TenantRef, id: string): Promise<void> => {
    const team = await teams.find(tenant, id);
    if (team?.state !== 'active' && team?.state !== 'paused') return;
    const nobody = (await leadsOf(team)).length === 0;
    if (nobody === (team.leaderless === true)) return;
    const now = clock.now();
    const command = `leads/${team.id}/${team.version}`;
    const next = nobody
      ? toldChange(
          { ...team, leaderless: true },
          { id: command, what: [{ kind: 'leaderless' }], now },
          calendar,
        )
      : changed<Team>({ ...team, leaderless: undefined }, { command, what: 'led again', now });
    await teams.save(next);
    await dispatch(teams, next);
  };

  return (tenant: TenantRef, id: string): Promise<void> => withFreshState(() => attempt(tenant, id));
};

export type NoteLeads = ReturnType<typeof makeNoteLeads>;
