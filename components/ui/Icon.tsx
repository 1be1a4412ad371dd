import { iconPaths, type IconName } from './iconPaths';

export interface IconProps {
  /** The name of the icon. */
  readonly name: IconName;
  /** Edge length in CSS pixels. Default: 20. */
  readonly size?: number;
}

/**
 * A line icon in the color of the surrounding text. The icon is decorative, because the text beside it has the
 * meaning.
 */
export const Icon = ({ name, size = 20 }: IconProps) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    data-directed={name === 'back' || undefined}
  >
    <path d={iconPaths[name]} />
  </svg>
);
