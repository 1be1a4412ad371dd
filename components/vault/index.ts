// The popup loads all exports of this file. Import rarely needed components from their own files.
export { Gate, type GateProps } from './Gate';
export { Logo } from './Logo';
export { Avatar } from './Avatar';
export { PicturesContext } from './PicturesContext';
export { BackupCodesLeft } from './BackupCodesLeft';
export { TagChips } from './TagChips';
export { useRevealed } from './useRevealed';
