import { makeMemoryDeliveries } from '../../adapters/memory/deliveries.ts';
import { deliveriesContract } from './deliveries.contract.ts';

deliveriesContract('memory', makeMemoryDeliveries);
