export { ScanOutcome, type ScanOutcomeProps } from './ScanOutcome';
