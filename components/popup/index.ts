export { Popup } from './Popup';
export type { PopupServices } from './PopupContext';
