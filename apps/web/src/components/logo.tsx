/** The mark of the product: strata. Decorative; its name stands beside it or on the link around it. */
export function Logo({ size = 32 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path d="M16 6.5 26 11.5 16 16.5 6 11.5z" fill="var(--accent-ink)" />
      <path
        d="M6 16 16 21 26 16M6 20.5 16 25.5 26 20.5"
        fill="none"
        stroke="var(--accent-ink)"
        strokeWidth="2"
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  )
}
