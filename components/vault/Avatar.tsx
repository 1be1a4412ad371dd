import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import css from './Avatar.module.css';

export interface AvatarProps {
  /** The issuer, or the account name if there is none. */
  readonly name: string;
  /** The entry's icon. By default, its name selects the icon. */
  readonly icon?: string;
  /** Edge length in CSS pixels. Default: 36. */
  readonly size?: number;
  /** Whether to show the service's icon, if it exists. */
  readonly icons?: boolean;
}

/** Returns a hue for a name. The same name always has the same hue. */
const hueOf = (name: string): number =>
  Array.from(name).reduce((hue, letter) => (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);

/** The service's icon or the first letter of the name, on a soft color that depends on the name. */
export function Avatar({ name, icon = '', size = 36, icons = false }: AvatarProps) {
  const path = useSignal<string | null>(null);
  useEffect(() => {
    let current = true;
    path.value = null;
    // The icons are in a separate chunk, which loads after the codes are shown.
    if (icons)
      void import('./serviceIcons').then(
        ({ serviceIcon }) => current && (path.value = serviceIcon(icon, name)?.path ?? null),
      );
    return () => {
      current = false;
    };
  }, [name, icon, icons]);
  return (
    <span
      class={css['avatar']}
      style={{ '--hue': hueOf(name), width: `${size}px`, height: `${size}px` }}
      aria-hidden="true"
    >
      {path.value === null ? (
        (Array.from(name.trim())[0] ?? '?').toUpperCase()
      ) : (
        <svg width={size * 0.56} height={size * 0.56} viewBox="0 0 24 24" fill="currentColor">
          <path d={path.value} />
        </svg>
      )}
    </span>
  );
}
