// DynamoDB's client makes this cache and gives it to no command: only other services have their endpoints discovered.
import { absent } from './absent.mjs';

export class EndpointCache {
  get = absent('EndpointCache');
  set = absent('EndpointCache');
  has = absent('EndpointCache');
  getEndpoint = absent('EndpointCache');
}
