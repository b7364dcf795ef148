// For a Node that was built without cryptography; Lambda's was not.
import { absent } from './absent.mjs';

export const Md5Js = absent('Md5Js');
export const Sha256Js = absent('Sha256Js');
