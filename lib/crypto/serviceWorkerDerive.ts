/**
 * Derives keys in a service worker, which has no Worker and can't import() code later. Not exported from the
 * folder's index, so that pages don't load it.
 */
export { deriveKey as serviceWorkerDerive } from './deriveKey';
