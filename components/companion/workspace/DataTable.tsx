import type { ComponentChildren } from 'preact';
import css from './DataTable.module.css';

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** Whether this column names the row and is rendered as the row's heading. */
  readonly heading?: boolean;
}

export interface DataTableProps<Row> {
  /** The label for screen readers. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

/**
 * A table that never scrolls sideways. If there is too little width, each row becomes a stack of labeled values.
 */
export const DataTable = <Row,>({ label, columns, rows, rowKey }: DataTableProps<Row>) => (
  <div class={css['frame']}>
    <table class={css['table']} aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.id} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ id, label: name, cell, heading }) =>
              heading ? (
                <th key={id} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={id}>
                  <span class={css['name']} aria-hidden="true">
                    {name}
                  </span>
                  <div class={css['value']}>{cell(row)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
