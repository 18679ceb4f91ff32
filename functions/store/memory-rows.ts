// Rows of the store in memory. A transaction first finds out whether all of its changes hold, then applies all of them
// in one turn of the event loop: nobody sees half of it.

import { requireChanges, requireKey, requireQuery, rowOfChange } from './refusals';
import type { Row, RowChange, RowQuery, RowStore } from './store';

type Partition = Map<string, Row>;

export function memoryRows(): RowStore {
  const partitions = new Map<string, Partition>();
  let writes = 0;

  function apply(partition: string, rows: Partition, change: RowChange): void {
    const row = rowOfChange(change);
    if ('values' in change) rows.set(row, { partition, row, etag: `"${++writes}"`, values: { ...change.values } });
    else rows.delete(row);
  }

  return {
    async get(partition, row) {
      requireKey(partition);
      requireKey(row);
      const found = partitions.get(partition)?.get(row);
      return found && copy(found);
    },
    async *query(query) {
      requireQuery(query);
      const names = query.partition === undefined ? [...partitions.keys()].sort() : [query.partition];
      for (const name of names) {
        const rows = [...(partitions.get(name)?.values() ?? [])].filter((row) => matches(row, query));
        for (const row of rows.sort((a, b) => (a.row < b.row ? -1 : 1))) yield copy(row);
      }
    },
    async transact(partition, changes) {
      requireChanges(partition, changes);
      const rows: Partition = partitions.get(partition) ?? new Map();
      if (!changes.every((change) => holds(rows, change))) return 'conflict';
      for (const change of changes) apply(partition, rows, change);
      partitions.set(partition, rows);
      return 'done';
    },
  };
}

/** The condition each change brings along; deleting what is not there fails, as it does on Azure. */
function holds(rows: Partition, change: RowChange): boolean {
  if ('create' in change) return !rows.has(change.create);
  if ('replace' in change) {
    const there = rows.get(change.replace);
    return there !== undefined && (change.etag === '*' || there.etag === change.etag);
  }
  return 'upsert' in change || rows.has(change.delete);
}

function matches({ row, values }: Row, { from, before, where = {} }: RowQuery): boolean {
  if (from !== undefined && row < from) return false;
  if (before !== undefined && row >= before) return false;
  return Object.entries(where).every(([name, value]) => values[name] === value);
}

function copy(row: Row): Row {
  return { ...row, values: { ...row.values } };
}
