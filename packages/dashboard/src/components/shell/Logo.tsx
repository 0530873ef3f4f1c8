/** Three streams that run on at different speeds: the product's mark. */
export function Logo({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <g fill="none" stroke="var(--on-accent)" strokeWidth="3" strokeLinecap="round">
        <path d="M8 11.5c5.500 0 5.500-3 10.500-3H24" />
        <path d="M8 17.500c4.500 0 4.500-1.500 8-1.500h4.500" opacity="0.8" />
        <path d="M8 23.500h6" opacity="0.6" />
      </g>
    </svg>
  );
}
