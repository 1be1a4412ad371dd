export { MissingParts } from './MissingParts';
export { PinField, type PinFieldProps } from './PinField';
export { ScanOutcome, type ScanOutcomeProps } from './ScanOutcome';
export { usePictureUrl } from './usePictureUrl';
