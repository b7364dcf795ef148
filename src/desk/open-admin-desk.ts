import { makeAdmit } from '../admin/admit.ts';
import { makeAppointAdmins } from '../admin/appoint-admins.ts';
import { makeReleasePulse } from '../admin/release-pulse.ts';
import { makeStartTrial } from '../admin/start-trial.ts';
import { makeStoreSettings } from '../admin/store-settings.ts';
import { makeWithdrawRelease } from '../admin/withdraw-release.ts';
import type { Policy, Ports } from '../app.ts';
import { makeAdminDesk } from './admin-desk.ts';

type Deps = Pick<Ports, 'settings' | 'teams' | 'people' | 'directory' | 'queue' | 'calendar' | 'clock'> & {
  readonly policy: Policy;
};

/** Set-up with all that stands behind it. */
export const openAdminDesk = (ports: Deps) => {
  const { firstAdmin } = ports.policy;
  const storeSettings = makeStoreSettings(ports);
  const admit = makeAdmit({ ...ports, firstAdmin });
  const changing = { ...ports, admit, storeSettings };
  return makeAdminDesk({
    ...ports,
    admit,
    appointAdmins: makeAppointAdmins(changing),
    releasePulse: makeReleasePulse(changing),
    withdrawRelease: makeWithdrawRelease(changing),
    startTrial: makeStartTrial({ ...ports, admit }),
  });
};

export type AdminDesk = ReturnType<typeof openAdminDesk>;
