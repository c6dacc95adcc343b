interface FigureTableProps {
  readonly caption: string;
  readonly headings: readonly string[];
  /** The first cell names the row. */
  readonly rows: ReadonlyArray<readonly string[]>;
}

/** Figures as a table that reads row by row, also below 48 rem. */
export function FigureTable({ caption, headings, rows }: FigureTableProps) {
  const [first, ...others] = headings;
  return (
    <table class="queue">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {others.map((heading) => (
            <th scope="col" class="number">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...values]) => (
          <tr>
            <th scope="row">{name}</th>
            {values.map((value, index) => (
              <td data-label={others[index]} class="number">
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
