export { CodesPage } from './CodesPage';
