export { callSync } from './callSync';
export { companionFetch } from './companionFetch';
export { companionBase, companionChanges } from './CompanionWire';
export { isOwnPage } from './isOwnPage';
export { listen } from './listen';
export type { Region } from './Region';
export { sendRegion } from './sendRegion';
export type { CallSync } from './SyncCall';
