export { ScanOptions, type ScanOptionsProps } from './ScanOptions';
