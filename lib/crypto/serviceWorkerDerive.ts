/**
 * Derives keys in a service worker, which has neither Worker nor import(). The folder's index doesn't export this
 * function, so that pages don't load its code.
 */
export { deriveKey as serviceWorkerDerive } from './deriveKey';
