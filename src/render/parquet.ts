// Parquet behind a small adapter: a table with typed columns as the bytes of one file, the same bytes for the same table.

export type ParquetColumn =
  /** Text that repeats: each different one is written once. `grouped`: a group of rows has one or few of them, which it names. */
  | { readonly name: string; readonly type: 'text'; readonly data: string[]; readonly grouped: boolean }
  /** Whole numbers that repeat, such as years. */
  | { readonly name: string; readonly type: 'whole'; readonly data: Int32Array }
  | { readonly name: string; readonly type: 'number'; readonly data: Float64Array };

export interface ParquetTable {
  /** All of one length, none with an empty cell. */
  readonly columns: readonly ParquetColumn[];
  /** Rows of each group in turn: a reader skips a group that does not name the text that it looks for. */
  readonly groups: readonly number[];
  /** What the file says of itself. */
  readonly about: Readonly<Record<string, string>>;
}

type Library = typeof import('hyparquet-writer');
type Source = Parameters<Library['parquetWriteBuffer']>[0]['columnData'][number];

function source(column: ParquetColumn): Source {
  const { name, type } = column;
  const common = { name, nullable: false, columnIndex: false, offsetIndex: false };
  switch (type) {
    case 'text':
      return {
        ...common,
        data: column.data,
        type: 'STRING',
        encoding: 'RLE_DICTIONARY',
        statistics: column.grouped,
      };
    case 'whole':
      return { ...common, data: column.data, type: 'INT32', encoding: 'RLE_DICTIONARY', statistics: false };
    case 'number':
      // Hardly one value is there twice.
      return { ...common, data: column.data, type: 'DOUBLE', encoding: 'PLAIN', statistics: false };
    default: {
      const never: never = type;
      return never;
    }
  }
}

/** A group is one page: it is read whole or not at all. */
const WHOLE_GROUP = 0;

/** Compressed with Snappy, which every reader knows. */
export async function parquet({ columns, groups, about }: ParquetTable): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer');
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(source),
      // A run without numbers leaves a table without rows, which is one group of none.
      rowGroupSize: groups.length === 0 ? 1 : [...groups],
      pageSize: WHOLE_GROUP,
      createdBy: 'tcfd-scenarios',
      // Whole names, so that a reader that looks for one finds it in one group.
      statisticsTruncateLength: Number.POSITIVE_INFINITY,
      kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
    }),
  );
}
