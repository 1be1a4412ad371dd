import { iconPaths, type IconName } from './iconPaths';

export interface IconProps {
  /** Which drawing. */
  readonly name: IconName;
  /** Edge length in CSS pixels; 20 unless said otherwise. */
  readonly size?: number;
}

/** A line drawing in the colour of the text around it. Decoration: the words beside it say what it means. */
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
