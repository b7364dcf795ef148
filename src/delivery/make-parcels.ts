import { makeAskParcels, makeLeadParcels, makeResultParcels } from '../pulse/pulse-parcels.ts';
import type { PulseParcelDeps } from '../pulse/pulse-parcels.ts';
import { assertNever } from '../shared/errors.ts';
import { makeTeamParcels } from '../team/team-parcels.ts';
import type { Message } from './message.ts';
import type { Parcel } from './parcel.ts';

/** Which workflow renders which message. */
export const makeParcels = (deps: PulseParcelDeps) => {
  const team = makeTeamParcels(deps);
  const asks = makeAskParcels(deps);
  const result = makeResultParcels(deps);
  const lead = makeLeadParcels(deps);
  return async (message: Message): Promise<readonly Parcel[]> => {
    switch (message.kind) {
      case 'promise':
      case 'team-notice':
        return team(message);
      case 'asks':
        return asks(message);
      case 'result':
        return result(message);
      case 'result-for-lead':
        return lead(message);
      default:
        return assertNever(message);
    }
  };
};
