import type { Profile } from '../people/person.ts';

/** The platform says that this account is not used any more. */
export const hasLeft = ({ kind }: Pick<Profile, 'kind'>): boolean => kind === 'deactivated';
