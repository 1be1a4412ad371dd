export type { AccountTools } from './AccountContext';
export { AccountPage } from './AccountPage';
