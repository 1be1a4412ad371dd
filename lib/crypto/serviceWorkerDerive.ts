/**
 * Derives keys in a service worker, which has no Worker and may not import() anything later. A file of its own
 * and not in the folder's door, so that no page carries its weight.
 */
export { deriveKey as serviceWorkerDerive } from './deriveKey';
