export { Companion } from './Companion';
export { CompanionProvider, type CodesToKeep } from './CompanionContext';
