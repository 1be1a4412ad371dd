import css from './QrCode.module.css';

export interface QrCodeProps {
  /** The modules row by row, true for dark, without the quiet zone. */
  readonly matrix: readonly (readonly boolean[])[];
  /** The label for screen readers. Must never contain the secret. */
  readonly label: string;
  /** Edge length in CSS pixels, including the quiet zone. Default: 220. */
  readonly size?: number;
}

const quietZone = 4;

/** A QR code, dark on light in every theme, because many readers can't read the reverse. */
export function QrCode({ matrix, label, size = 220 }: QrCodeProps) {
  const edge = matrix.length + 2 * quietZone;
  const path = matrix.flatMap((row, y) =>
    row.map((dark, x) => (dark ? `M${x + quietZone} ${y + quietZone}h1v1h-1z` : '')),
  );
  return (
    <svg
      class={css['qr']}
      width={size}
      height={size}
      viewBox={`0 0 ${edge} ${edge}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <path fill="#ffffff" d={`M0 0h${edge}v${edge}h-${edge}z`} />
      <path fill="#000000" d={path.join('')} />
    </svg>
  );
}
