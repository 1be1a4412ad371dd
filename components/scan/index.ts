export { MissingParts } from './MissingParts';
export { PinField } from './PinField';
export { ScanOutcome } from './ScanOutcome';
export { usePictureUrl } from './usePictureUrl';
