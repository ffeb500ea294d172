import type { ReactNode } from 'react';

export interface Column<Row> {
  key: string;
  head: ReactNode;
  cell: (row: Row) => ReactNode;
  isNumber?: boolean;
}

// What scrolls has to be reachable without a mouse, although it is not a control.
const keyboardScrolling = { tabIndex: 0 };

/** A table that scrolls inside itself on a phone; the first column names the row. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
}: {
  caption: ReactNode;
  columns: Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
}) {
  return (
    <div
      className="max-h-96 overflow-auto rounded-lg border border-line"
      {...keyboardScrolling}
      role="group"
      aria-label={typeof caption === 'string' ? caption : undefined}
    >
      <table className="w-full border-collapse text-sm">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-sunken text-left">
          <tr>
            {columns.map(({ key, head, isNumber }) => (
              <th key={key} scope="col" className={`px-3 py-2 font-semibold ${isNumber ? 'text-right' : ''}`}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} className="border-t border-line">
              {columns.map(({ key, cell, isNumber }, position) => {
                const className = `px-3 py-2 ${isNumber ? 'text-right whitespace-nowrap' : 'text-left'}`;
                return position === 0 ? (
                  <th key={key} scope="row" className={`${className} font-normal`}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={key} className={className}>
                    {cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
