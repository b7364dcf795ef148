// Bolt imports every receiver it has. Our ingress verifies and calls App.processEvent itself, so no receiver and
// nothing that receivers pull in (a web server, a socket client, an OAuth flow) is ever run.
import { absent } from './absent.mjs';

const receiver = absent("a receiver of Bolt's");

export default receiver;
export {
  receiver as FileInstallationStore,
  receiver as MemoryInstallationStore,
  receiver as buildReceiverRoutes,
  receiver as isValidSlackRequest,
  receiver as verifySlackRequest,
};
