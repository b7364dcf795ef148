// We upload no files and stream no messages; WebClient has methods for both that nobody calls.
import { absent } from './absent.mjs';

export const ChatStreamer = absent('ChatStreamer');
export const getAllFileUploadsToComplete = absent('getAllFileUploadsToComplete');
export const getFileUploadJob = absent('getFileUploadJob');
export const getMultipleFileUploadJobs = absent('getMultipleFileUploadJobs');
