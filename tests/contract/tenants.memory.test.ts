import { makeMemoryTenants } from '../../adapters/memory/tenants.ts';
import { tenantsContract } from './tenants.contract.ts';

tenantsContract('memory', makeMemoryTenants);
