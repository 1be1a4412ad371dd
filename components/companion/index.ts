export { Companion } from './Companion';
export { CompanionProvider, type CodesToKeep, type CompanionPage } from './CompanionContext';
