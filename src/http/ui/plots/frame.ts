/** Where a plot draws, in units of its viewBox, which are about a pixel of the size it is shown at. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** Edges of the area of the data. */
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Units that a tick's text may take. */
  readonly tickWidth: number;
}

/** Beside other figures and on a phone: the same plot with fewer ticks, so that text need not shrink. */
export const frames = {
  wide: frameOf(620, 250),
  narrow: frameOf(320, 220),
} as const;

/** Room for seven characters on the left and one line below, at 12 units. */
function frameOf(width: number, height: number): Frame {
  const tickWidth = 58;
  return { width, height, left: 48, right: width - 10, top: 12, bottom: height - 28, tickWidth };
}
