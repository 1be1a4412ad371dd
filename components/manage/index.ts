export { Manage } from './Manage';
export { ManageContext } from './ManageContext';
export type { Section } from './Shell';
