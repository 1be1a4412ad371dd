// The popup loads everything exported here. Import what it rarely needs from its own file.
export { Gate, type GateProps } from './Gate';
export { Logo } from './Logo';
export { Avatar } from './Avatar';
export { BackupCodesLeft } from './BackupCodesLeft';
export { TagChips } from './TagChips';
export { useRevealed } from './useRevealed';
