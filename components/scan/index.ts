export { ChooseImages } from './ChooseImages';
export { MissingParts } from './MissingParts';
export { PinField } from './PinField';
export { ScanOutcome } from './ScanOutcome';
export { filesIn, linksIn } from './transferred';
export { usePictureUrl } from './usePictureUrl';
