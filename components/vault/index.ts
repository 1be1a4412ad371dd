export { CreateVault, type CreateVaultProps } from './CreateVault';
export { Gate, type GateProps } from './Gate';
export { Logo } from './Logo';
export { passphraseStrength, type Strength } from './passphraseStrength';
export { StrengthMeter } from './StrengthMeter';
export { UnlockWays, type UnlockWaysProps } from './UnlockWays';
export { Unlock, type UnlockProps } from './Unlock';
export { Avatar, type AvatarProps } from './Avatar';
