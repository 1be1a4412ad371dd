// The popup loads all that is named here; what it needs only now and then is imported from its own file.
export { Gate, type GateProps } from './Gate';
export { Logo } from './Logo';
export { Avatar, type AvatarProps } from './Avatar';
export { BackupCodesLeft, type BackupCodesLeftProps } from './BackupCodesLeft';
export { TagChips, type TagChipsProps } from './TagChips';
export { useRevealed } from './useRevealed';
