import type { PersonRef, TenantRef } from '../chat/identity.ts';

/** What is stored of a tenant, whatever it is: for erasure and removal alone (R15). */
export interface Holdings {
  /**
   * Looks through one page of the tenant's delivery records and deletes those whose name holds the person's id. `met`
   * says whether there was one; `next` where to go on, absent at the end. Idempotent.
   */
  dropDeliveriesTo(
    person: PersonRef,
    after?: string,
  ): Promise<{ readonly met: boolean; readonly next?: string }>;

  /**
   * Deletes up to a page of what the tenant has in both tables; its own row and its removal stay. `more` as long as
   * there may be some left. Touches nothing of another tenant. Idempotent.
   */
  removePage(tenant: TenantRef): Promise<'more' | 'done'>;
}
