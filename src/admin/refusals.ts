import type { PersonRef } from '../chat/identity.ts';
import type { Instant, Zone } from '../shared/time.ts';
import type { Release } from './settings.ts';

/** Every way set-up says no. */
export type AdminRefusal =
  | { readonly code: 'admins-only'; readonly admins: readonly PersonRef[] }
  | { readonly code: 'admin-needed' }
  | { readonly code: 'admins-too-many' }
  | { readonly code: 'admin-not-a-member' }
  | { readonly code: 'release-date-missing' }
  | { readonly code: 'release-date-ahead' }
  | { readonly code: 'release-ground-missing' }
  | { readonly code: 'release-ground-too-long' }
  | { readonly code: 'release-exists'; readonly release: Release }
  | { readonly code: 'release-gone' }
  | { readonly code: 'trial-running'; readonly until: Instant; readonly zone: Zone }
  | { readonly code: 'trial-for-admins' };
