import { beforeEach, describe, expect, it } from '@jest/globals';
import { COMMENTS_A_PAGE } from '../../src/ports/comments.ts';
import type { Comments } from '../../src/ports/comments.ts';
import type { RoundRef } from '../../src/ports/vault.ts';
import { COMMENT_MOST } from '../../src/pulse/answer.ts';
import { aTenant } from './samples.ts';

export const commentsContract = (implementation: string, setUp: () => Comments): void => {
  describe(`comments: ${implementation}`, () => {
    let comments: Comments;
    let round: RoundRef;

    beforeEach(() => {
      comments = setUp();
      round = { tenant: aTenant(), round: 'C1-3' };
    });

    it('gives back a page in the order in which it was stored', async () => {
      await comments.put(round, 0, ['zwei', 'eins', 'zwei']);
      await comments.put(round, 10, ['drei']);
      expect(await comments.page(round, 0)).toEqual(['zwei', 'eins', 'zwei']);
      expect(await comments.page(round, 10)).toEqual(['drei']);
    });

    it('has no page that was not stored', async () => {
      await comments.put(round, 0, ['eins']);
      expect(await comments.page(round, 1)).toBeUndefined();
      expect(await comments.page({ ...round, round: 'C1-4' }, 0)).toBeUndefined();
      expect(await comments.page({ ...round, tenant: aTenant() }, 0)).toBeUndefined();
    });

    it('keeps the page that came first', async () => {
      await comments.put(round, 0, ['eins', 'zwei']);
      await comments.put(round, 0, []);
      expect(await comments.page(round, 0)).toEqual(['eins', 'zwei']);
    });

    it('fits a full page of the longest comments', async () => {
      const full = Array.from({ length: COMMENTS_A_PAGE }, () => '€'.repeat(COMMENT_MOST));
      await comments.put(round, 0, full);
      expect(await comments.page(round, 0)).toEqual(full);
    });
  });
};
