import { useMemo } from 'preact/hooks';
import type { Drawing } from './engine/protocol.js';

/**
 * A picture that the engine drew. It is made of our own markup, in which names of the scenario are text; the policy of the page
 * lets nothing in it run besides.
 */
export function SvgPicture({ chart }: { readonly chart: Pick<Drawing, 'svg' | 'alternative'> }) {
  const content = useMemo(() => ({ __html: chart.svg }), [chart.svg]);
  return <div class="drawing" role="img" aria-label={chart.alternative} dangerouslySetInnerHTML={content} />;
}

/** The numbers behind a picture. */
export function PictureTable({ chart: { table, title } }: { readonly chart: Pick<Drawing, 'table' | 'title'> }) {
  return (
    <details class="numbers">
      <summary>The numbers</summary>
      <table aria-label={title}>
        <thead>
          <tr>
            {table.head.map((cell) => (
              <th key={cell} scope="col">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, place) => (
            <tr key={place}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
