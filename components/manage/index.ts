export { Manage } from './Manage';
export { type IconTools, ManageContext } from './ManageContext';
export type { Section } from './Shell';
