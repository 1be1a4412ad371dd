export { Popup } from './Popup';
export type { PopupParts } from './PopupContext';
