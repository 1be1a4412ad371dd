export { createIcons } from './createIcons';
export { iconDatabase } from './iconDatabase';
