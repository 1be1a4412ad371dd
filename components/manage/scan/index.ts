export { ScanOptions } from './ScanOptions';
