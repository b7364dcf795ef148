import { beforeEach, describe, expect, it } from '@jest/globals';
import { COMMENTS_A_PAGE } from '../../src/ports/comments.ts';
import type { Comments } from '../../src/ports/comments.ts';
import type { RoundRef } from '../../src/ports/vault.ts';
import { COMMENT_MOST } from '../../src/pulse/answers/answer.ts';
import { commentsOf } from '../support/comment-texts.ts';
import { aTenant } from './samples.ts';

/** Later than any test. */
const FORGET = 8_000_000_000_000;

export const commentsContract = (implementation: string, setUp: () => Comments): void => {
  describe(`comments: ${implementation}`, () => {
    let comments: Comments;
    let round: RoundRef;

    beforeEach(() => {
      comments = setUp();
      round = { tenant: aTenant(), round: 'C1-3' };
    });

    it('gives back a page in the order in which it was stored', async () => {
      const [three, two] = [commentsOf('zwei', 'eins', 'zwei'), commentsOf('drei')];
      await comments.put(round, 0, three, FORGET);
      await comments.put(round, 10, two, FORGET);
      expect(await comments.page(round, 0)).toEqual(three);
      expect(await comments.page(round, 10)).toEqual(two);
    });

    it('has no page that was not stored', async () => {
      await comments.put(round, 0, commentsOf('eins'), FORGET);
      expect(await comments.page(round, 1)).toBeUndefined();
      expect(await comments.page({ ...round, round: 'C1-4' }, 0)).toBeUndefined();
      expect(await comments.page({ ...round, tenant: aTenant() }, 0)).toBeUndefined();
    });

    it('keeps the page that came first', async () => {
      await comments.put(round, 0, commentsOf('eins', 'zwei'), FORGET);
      await comments.put(round, 0, [], FORGET);
      expect(await comments.page(round, 0)).toEqual(commentsOf('eins', 'zwei'));
    });

    it('fits a full page of the longest comments', async () => {
      const full = commentsOf(...Array.from({ length: COMMENTS_A_PAGE }, () => '€'.repeat(COMMENT_MOST)));
      await comments.put(round, 0, full, FORGET);
      expect(await comments.page(round, 0)).toEqual(full);
    });

    it('deletes the text that is hidden, and keeps its place', async () => {
      const [one, , three] = commentsOf('eins', 'zwei', 'drei');
      await comments.put(round, 0, commentsOf('eins', 'zwei', 'drei'), FORGET);
      expect(await comments.hide(round, 0, 'id-1')).toBe('hidden');
      expect(await comments.page(round, 0)).toEqual([one, { id: 'id-1' }, three]);
      expect(JSON.stringify(await comments.page(round, 0))).not.toContain('zwei');
    });

    it('hides one again without a change', async () => {
      await comments.put(round, 0, commentsOf('eins', 'zwei'), FORGET);
      await comments.hide(round, 0, 'id-0');
      const before = await comments.page(round, 0);
      expect(await comments.hide(round, 0, 'id-0')).toBe('hidden');
      expect(await comments.page(round, 0)).toEqual(before);
    });

    it('hides whichever two people mean at once', async () => {
      await comments.put(round, 0, commentsOf('eins', 'zwei', 'drei', 'vier'), FORGET);
      const ids = ['id-3', 'id-0', 'id-2'];
      const done = await Promise.all(ids.map((id) => comments.hide(round, 0, id)));
      expect(done).toEqual(['hidden', 'hidden', 'hidden']);
      expect(await comments.page(round, 0)).toEqual([
        { id: 'id-0' },
        { id: 'id-1', text: 'zwei' },
        { id: 'id-2' },
        { id: 'id-3' },
      ]);
    });

    it('hides nothing under an id, on a page or in a round that is not there', async () => {
      await comments.put(round, 0, commentsOf('eins'), FORGET);
      expect(await comments.hide(round, 0, 'id-1')).toBe('not-found');
      expect(await comments.hide(round, 1, 'id-0')).toBe('not-found');
      expect(await comments.hide({ ...round, round: 'C1-4' }, 0, 'id-0')).toBe('not-found');
      expect(await comments.hide({ ...round, tenant: aTenant() }, 0, 'id-0')).toBe('not-found');
      expect(await comments.page(round, 0)).toEqual(commentsOf('eins'));
      expect(await comments.page(round, 1)).toBeUndefined();
    });

    it('does not bring a hidden text back with a page that comes again', async () => {
      await comments.put(round, 0, commentsOf('eins', 'zwei'), FORGET);
      await comments.hide(round, 0, 'id-0');
      await comments.put(round, 0, commentsOf('eins', 'zwei'), FORGET);
      expect(await comments.page(round, 0)).toEqual([{ id: 'id-0' }, { id: 'id-1', text: 'zwei' }]);
    });
  });
};
