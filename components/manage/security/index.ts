export { RestoreDialog } from './RestoreDialog';
export { SecurityContext } from './SecurityContext';
export { SecurityPage } from './SecurityPage';
