export { estimatePassphrase, isGuessable, isTooWeak } from './estimatePassphrase';
export type { PassphraseEstimate, Strength, Weakness } from './PassphraseEstimate';
