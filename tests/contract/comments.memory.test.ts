import { makeMemoryComments } from '../../adapters/memory/comments.ts';
import { commentsContract } from './comments.contract.ts';

commentsContract('memory', makeMemoryComments);
