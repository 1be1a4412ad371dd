export { CreateVault, type CreateVaultProps } from './CreateVault';
export { Gate, type GateProps } from './Gate';
export { Logo } from './Logo';
export { passphraseStrength, type Strength } from './passphraseStrength';
export { StrengthMeter } from './StrengthMeter';
export { Unlock, type UnlockProps } from './Unlock';
export { Avatar, type AvatarProps } from './Avatar';
