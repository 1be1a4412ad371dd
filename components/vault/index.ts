// The popup loads everything exported here. Import what it rarely needs from its own file.
export { Gate, type GateProps } from './Gate';
export { Logo } from './Logo';
export { Avatar, type AvatarProps } from './Avatar';
export { BackupCodesLeft, type BackupCodesLeftProps } from './BackupCodesLeft';
export { TagChips, type TagChipsProps } from './TagChips';
export { useRevealed } from './useRevealed';
