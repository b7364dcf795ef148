import { makeMemoryDeliveries } from '../../adapters/memory/deliveries.ts';
import { makeMemoryVault } from '../../adapters/memory/vault.ts';
import { vaultLaterContract } from './vault-later.contract.ts';
import { vaultContract } from './vault.contract.ts';

for (const contract of [vaultContract, vaultLaterContract]) {
  contract('memory', () => {
    const askDeliveries = makeMemoryDeliveries();
    return { vault: makeMemoryVault(askDeliveries), askDeliveries };
  });
}
