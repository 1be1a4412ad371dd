export { ChooseImages } from './ChooseImages';
export { MissingParts } from './MissingParts';
export { PinField } from './PinField';
export { ScanOutcome } from './ScanOutcome';
export { takeTransfer } from './takeTransfer';
export { usePictureUrl } from './usePictureUrl';
