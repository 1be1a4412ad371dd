export { ScanWays, type ScanWaysProps } from './ScanWays';
