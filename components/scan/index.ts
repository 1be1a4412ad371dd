export { ChooseImages } from './ChooseImages';
export { MissingParts } from './MissingParts';
export { PinField } from './PinField';
export { ScanOutcome } from './ScanOutcome';
export { takeTransfer, transferredIn } from './takeTransfer';
export { usePictureUrl } from './usePictureUrl';
