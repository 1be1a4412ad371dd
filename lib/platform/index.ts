export { captureTab } from './captureTab';
