export { Banner, type BannerProps } from './Banner';
export { Boundary } from './Boundary';
export { Button, type ButtonProps } from './Button';
export { Card, type CardProps } from './Card';
export { Checkbox, type CheckboxProps } from './Checkbox';
export { CopyButton, type CopyButtonProps } from './CopyButton';
export { CountdownRing, type CountdownRingProps } from './CountdownRing';
export { cx } from './cx';
export { Dialog, type DialogProps } from './Dialog';
export { EmptyState, type EmptyStateProps } from './EmptyState';
export { errorMessage } from './errorMessage';
export { InlineFacts } from './InlineFacts';
export { Field, type FieldProps } from './Field';
export { FormDialog, type FormDialogProps } from './FormDialog';
export { Icon, type IconProps } from './Icon';
export { IconButton, type IconButtonProps } from './IconButton';
export type { IconName } from './iconPaths';
export { Lazy, type LazyProps } from './Lazy';
export {
  discardQuestion,
  LeaveDialog,
  type LeaveDialogProps,
  type LeaveQuestion,
} from './LeaveDialog';
export { Menu, type MenuProps } from './Menu';
export { type MenuItem, MenuList, type MenuListProps } from './MenuList';
export { mount } from './mount';
export { PasswordField, type PasswordFieldProps } from './PasswordField';
export { Progress, type ProgressProps } from './Progress';
export { QrCode, type QrCodeProps } from './QrCode';
export { Select, type SelectProps } from './Select';
export { Spinner, type SpinnerProps } from './Spinner';
export { Switch, type SwitchProps } from './Switch';
export { Tabs, type TabsProps } from './Tabs';
export { TextArea, type TextAreaProps } from './TextArea';
export { Toasts, useToast, type Toast } from './Toasts';
export { VisuallyHidden } from './VisuallyHidden';
export { useAction } from './useAction';
export { usePageDrop, type PageDrop } from './usePageDrop';
export { dateTime, locale, number, plural, t, type PluralKey } from './words';
export { type ListHandle, type RowPlace, VirtualList, type VirtualListProps } from './VirtualList';
