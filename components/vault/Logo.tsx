/** The logo of Tessera: four tiles, one of them rotated. */
export const Logo = ({ size = 24 }: { readonly size?: number }) => (
  // In forced colors, the logo would become a single square.
  <svg
    width={size}
    height={size}
    viewBox="0 0 32 32"
    aria-hidden="true"
    style={{ forcedColorAdjust: 'none' }}
  >
    <rect width="32" height="32" rx="7" fill="#123c46" />
    <g fill="#f3efe6">
      <path d="M6 7.5 7 6h7.5v8.5H6z" />
      <path d="M6 17.5h8.5v8.5H7.5L6 24.5z" />
      <path d="M17.5 17.5H26V24l-2 2h-6.5z" />
    </g>
    <path fill="#f0a030" d="m22.3 4.3 5.4 5.4-5.7 6-6-5.7z" />
  </svg>
);
