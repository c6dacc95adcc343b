/** What the values of a figure are; it decides the scale, the ticks and how a value is written. */
export type Measure = 'count' | 'share' | 'hours' | 'kappa' | 'money';

/** Numbers that belong together; null is a gap, not a zero. */
export interface Series {
  readonly name: string;
  readonly values: ReadonlyArray<number | null>;
}

/** A place on the axis: a day, week, month or class. */
export interface Category {
  /** As it stands in a file: an ISO day, or a class. */
  readonly key: string;
  /** In full, for the table. */
  readonly name: string;
  /** Short, for the axis. */
  readonly tick: string;
  /** Not over, or cut off by the period: drawn so that it is not compared. */
  readonly partial?: boolean;
}

/** A plot with its table and file; all three show these numbers. */
export interface Figure {
  /** In addresses and file names. */
  readonly id: string;
  readonly title: string;
  /** What the plot says, in a sentence with numbers. */
  readonly finding: string;
  /** What is counted, and when. */
  readonly definition: string;
  /** `bars` are stacked. `ranks` are bars that lie, longest first, each with its number. */
  readonly form: 'bars' | 'lines' | 'ranks';
  readonly measure: Measure;
  /** Heads the column of categories. */
  readonly heading: string;
  readonly categories: readonly Category[];
  /** At most five, so that they can be told apart. */
  readonly series: readonly Series[];
  /** Stand in the table and the file only, e.g. how many pairs a share is of. */
  readonly beside?: ReadonlyArray<Series & { readonly measure: Measure }>;
}

/** Nothing was counted: the plot would be an empty frame. */
export function isEmpty({ form, measure, series }: Figure): boolean {
  // A share, a time or κ of zero says something; a line of counts at zero does not.
  const zeroIsNothing = form !== 'lines' || measure === 'count';
  const nothing = (value: number | null): boolean =>
    value === null || (zeroIsNothing && value === 0);
  return series.every(({ values }) => values.every(nothing));
}
