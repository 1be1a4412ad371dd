/** The mark of Tessera: a mosaic stone among its neighbours. */
export const Logo = ({ size = 24 }: { readonly size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" fill="var(--accent)">
    <path d="M3 5a2 2 0 0 1 2-2h6v8H3V5Z" />
    <path d="M13 3h6a2 2 0 0 1 2 2v6h-8V3Z" opacity="0.45" />
    <path d="M3 13h8v8H5a2 2 0 0 1-2-2v-6Z" opacity="0.45" />
    <path d="m17 12.5 4.5 4.5-4.5 4.5-4.5-4.5 4.5-4.5Z" />
  </svg>
);
