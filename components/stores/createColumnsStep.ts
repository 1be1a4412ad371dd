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

/** Functions of lib/transfer and of the stored state that this step needs. */
export interface ColumnTools {
  readonly readTable: (table: Table, mapping: ColumnMapping) => Rows;
  readonly columnsOf: (table: Table) => readonly string[];
  /** Returns the mapping that the user chose before for a table with the same columns, or null. */
  readonly find: (columns: readonly string[]) => Promise<ColumnMapping | null>;
  /** Saves a mapping for tables with the same columns. */
  readonly remember: (columns: readonly string[], mapping: ColumnMapping) => Promise<void>;
}

type ColumnsState = Extract<ImportState, { step: 'columns' }>;
type Question = Extract<ReadResult, { kind: 'needs-columns' }>;

/** Number of accounts that are shown for checking. */
const shown = 3;

interface Step {
  readonly state: Signal<ImportState>;
  readonly onRead: (reading: FileReading) => Promise<void>;
}

/** Creates the step of an import that asks for the roles of a table's columns. */
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
    /** Asks for the roles of a table's columns. Starts with the saved mapping, or else with the guess. */
    async open({ app, table, guess }: Question | (TableQuestion & { app: string })) {
      const remembered = await tools.find(tools.columnsOf(table));
      const mapping = remembered ?? guess;
      const isRemembered = remembered !== null;
      return { step: 'columns', app, isRemembered, ...checked({ table, mapping }) } as const;
    },
    /** Assigns a column, or none, to a role. Each column has at most one role. */
    use: (role: ColumnRole, column: number | null) =>
      change(({ table, mapping }) => {
        const others = Object.entries(mapping).filter(
          ([name, at]) => name !== role && at !== column,
        );
        const added = column === null ? [] : [[role, column] as const];
        return { table, mapping: Object.fromEntries([...others, ...added]) };
      }),
    /** Sets whether the first line names the columns. */
    setHeader: (hasHeader: boolean) =>
      change(({ table, mapping }) => ({ table: { ...table, hasHeader }, mapping })),
    /** Reads the table and continues with the next file. */
    async confirm(): Promise<void> {
      if (state.value.step !== 'columns') return;
      const { app, table, mapping } = state.value;
      const reading = { kind: 'read', app, ...tools.readTable(table, mapping) } as const;
      const columns = tools.columnsOf(table);
      // A mapping is saved by the names of columns. Without a header, the first line has values instead of names,
      // so nothing is saved.
      if (table.hasHeader) await tools.remember(columns, mapping).catch(() => undefined);
      await onRead(reading);
    },
  };
}
