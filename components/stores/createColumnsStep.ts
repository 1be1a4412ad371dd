import type { Signal } from '@preact/signals';
import type {
  ColumnMapping,
  ColumnRole,
  ReadResult,
  Rows,
  Table,
  TableQuestion,
} from '../../lib/transfer';
import type { FileReading, ImportState } from './ImportState';

/** What the step needs of lib/transfer and of the stored state. */
export interface ColumnTools {
  readonly readTable: (table: Table, mapping: ColumnMapping) => Rows;
  readonly columnsOf: (table: Table) => readonly string[];
  /** Returns the mapping that was chosen for a table of the same columns before; else null. */
  readonly find: (columns: readonly string[]) => Promise<ColumnMapping | null>;
  /** Remembers a mapping by the names of its columns. */
  readonly remember: (columns: readonly string[], mapping: ColumnMapping) => Promise<void>;
}

type ColumnsState = Extract<ImportState, { step: 'columns' }>;
type Question = Extract<ReadResult, { kind: 'needs-columns' }>;

/** How many accounts are shown as a check. */
const shown = 3;

interface Step {
  readonly state: Signal<ImportState>;
  readonly onRead: (reading: FileReading) => Promise<void>;
}

/** The step of an import that asks what the columns of a table are. */
export function createColumnsStep(tools: ColumnTools, { state, onRead }: Step) {
  const checked = ({ table, mapping }: Pick<ColumnsState, 'table' | 'mapping'>) => {
    const rows = mapping.secret === undefined ? null : tools.readTable(table, mapping);
    return {
      table,
      mapping,
      accounts: rows?.accounts.slice(0, shown) ?? [],
      read: rows?.accounts.length ?? 0,
      unreadable: rows?.unreadable.length ?? 0,
    };
  };
  const change = (patch: (now: ColumnsState) => Pick<ColumnsState, 'table' | 'mapping'>) => {
    if (state.value.step === 'columns')
      state.value = { ...state.value, ...checked(patch(state.value)) };
  };

  return {
    /** Begins with the remembered mapping, or else with the guess. */
    async open({ app, table, guess }: Question | (TableQuestion & { app: string })) {
      const remembered = await tools.find(tools.columnsOf(table));
      const mapping = remembered ?? guess;
      return { step: 'columns', app, ...checked({ table, mapping }) } as const;
    },
    /** Uses a column for a role, or none. A column has one role. */
    use: (role: ColumnRole, column: number | null) =>
      change(({ table, mapping }) => {
        const others = Object.entries(mapping).filter(
          ([name, at]) => name !== role && at !== column,
        );
        const added = column === null ? [] : [[role, column] as const];
        return { table, mapping: Object.fromEntries([...others, ...added]) };
      }),
    /** Says whether the first line names the columns. */
    setHeader: (hasHeader: boolean) =>
      change(({ table, mapping }) => ({ table: { ...table, hasHeader }, mapping })),
    /** Reads the table and goes on to the next file. */
    async confirm(): Promise<void> {
      if (state.value.step !== 'columns') return;
      const { app, table, mapping } = state.value;
      const reading = { kind: 'read', app, ...tools.readTable(table, mapping) } as const;
      const columns = tools.columnsOf(table);
      // Names of columns only: without a header they would be values.
      if (table.hasHeader) await tools.remember(columns, mapping).catch(() => undefined);
      await onRead(reading);
    },
  };
}
