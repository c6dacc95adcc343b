interface MeterProps {
  /** 0 to 1 */
  readonly probability: number;
  /** 0 to 1; null: none applies. */
  readonly threshold: number | null;
}

/** A bar as long as a match is probable, with a stroke at the threshold; the words beside it say the same. */
export function ProbabilityMeter({ probability, threshold }: MeterProps) {
  const at = (share: number): string => String(Math.round(Math.min(1, Math.max(0, share)) * 100));
  const reached = threshold !== null && probability >= threshold;
  return (
    <svg class="meter" viewBox="0 0 100 10" width="100" height="10" aria-hidden="true">
      <rect class="meter-ground" width="100" height="10" rx="2" />
      <rect
        class={reached ? 'meter-reached' : 'meter-below'}
        width={at(probability)}
        height="10"
        rx="2"
      />
      {threshold === null ? null : (
        <line class="meter-threshold" x1={at(threshold)} x2={at(threshold)} y1="0" y2="10" />
      )}
    </svg>
  );
}
