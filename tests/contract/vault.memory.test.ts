import { makeMemoryDeliveries } from '../../adapters/memory/deliveries.ts';
import { makeMemoryVault } from '../../adapters/memory/vault.ts';
import { vaultContract } from './vault.contract.ts';

vaultContract('memory', () => {
  const askDeliveries = makeMemoryDeliveries();
  return { vault: makeMemoryVault(askDeliveries), askDeliveries };
});
