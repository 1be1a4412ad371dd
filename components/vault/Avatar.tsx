import css from './Avatar.module.css';

export interface AvatarProps {
  /** The issuer, or the account name where there is none. */
  readonly name: string;
  /** Edge length in CSS pixels; 36 unless said otherwise. */
  readonly size?: number;
}

/** A hue of the colour wheel that is always the same for a name. */
const hueOf = (name: string): number =>
  Array.from(name).reduce((hue, letter) => (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);

/** The first letter of a name on a quiet colour of its own. */
export const Avatar = ({ name, size = 36 }: AvatarProps) => (
  <span
    class={css['avatar']}
    style={{ '--hue': hueOf(name), width: `${size}px`, height: `${size}px` }}
    aria-hidden="true"
  >
    {(Array.from(name.trim())[0] ?? '?').toUpperCase()}
  </span>
);
