// Rows in Azure Storage: one table, several partitions. Numbers keep one form each, so that a query finds what a write
// stored: whole numbers of 32 bits are Int32, all others Double. Dates and bigints do not exist here.

import type { TableClient, TableEntity, TableEntityResult, TransactionAction } from '@azure/data-tables';
import { type BoundedCall, refusalOf } from './azure-call';
import { requireChanges, requireKey, requireQuery } from './refusals';
import type { Row, RowChange, RowQuery, RowStore, RowValue, RowValues } from './store';

type Entity = TableEntityResult<Record<string, unknown>>;

/**
 * @param table the one table; `prepare()` of the store makes it
 * @param call bounds each call; a query is bounded page by page
 */
export function azureRows(table: TableClient, call: BoundedCall): RowStore {
  return {
    async get(partition, row) {
      requireKey(partition);
      requireKey(row);
      return call(`get row ${partition} ${row}`, async (abortSignal) => {
        try {
          return toRow(await table.getEntity(partition, row, { abortSignal }));
        } catch (error) {
          if (isMissingRow(error)) return undefined;
          throw error;
        }
      });
    },

    async *query(query) {
      requireQuery(query);
      const filter = filterOf(query);
      let continuationToken: string | undefined;
      do {
        const page = await call(`query rows ${filter}`, async (abortSignal) => {
          const pages = table
            .listEntities({ abortSignal, queryOptions: filter === '' ? {} : { filter } })
            .byPage({ maxPageSize: 1000, ...(continuationToken === undefined ? {} : { continuationToken }) });
          return (await pages.next()).value as (Entity[] & { continuationToken?: string }) | undefined;
        });
        for (const entity of page ?? []) yield toRow(entity);
        continuationToken = page?.continuationToken;
      } while (continuationToken !== undefined);
    },

    async transact(partition, changes) {
      requireChanges(partition, changes);
      const actions = changes.map((change) => toAction(partition, change));
      return call(`transaction of ${changes.length} in ${partition}`, async (abortSignal) => {
        try {
          await table.submitTransaction(actions, { abortSignal });
          return 'done';
        } catch (error) {
          if (isConflict(error)) return 'conflict';
          throw error;
        }
      });
    },
  };
}

function toAction(partitionKey: string, change: RowChange): TransactionAction {
  if ('create' in change) return ['create', toEntity(partitionKey, change.create, change.values)];
  if ('replace' in change) {
    return ['update', toEntity(partitionKey, change.replace, change.values), 'Replace', { etag: change.etag }];
  }
  if ('upsert' in change) return ['upsert', toEntity(partitionKey, change.upsert, change.values), 'Replace'];
  return ['delete', { partitionKey, rowKey: change.delete }];
}

function toEntity(partitionKey: string, rowKey: string, values: RowValues): TableEntity {
  const stored = Object.entries(values).map(([name, value]) => [name, toStored(value)]);
  return { ...Object.fromEntries(stored), partitionKey, rowKey };
}

/** Without its type written out, a whole number beyond 32 bits is read as an Int32 that overflows. */
function toStored(value: RowValue): unknown {
  if (typeof value !== 'number' || !Number.isInteger(value) || isInt32(value)) return value;
  return { type: 'Double', value };
}

function toRow(entity: Entity): Row {
  const values: Record<string, RowValue> = {};
  for (const [name, value] of Object.entries(entity)) {
    if (SERVICE_OWN.has(name) || name.startsWith('odata.')) continue;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw new Error(`row ${entity.partitionKey} ${entity.rowKey}: ${name} is of a type this store never writes`);
    }
    values[name] = value;
  }
  return { partition: entity.partitionKey ?? '', row: entity.rowKey ?? '', etag: entity.etag, values };
}

const SERVICE_OWN = new Set(['partitionKey', 'rowKey', 'timestamp', 'etag']);

/** An OData filter, e.g. `PartitionKey eq '2026-Q1' and RowKey ge 'h~'`; empty for all rows. */
function filterOf(query: RowQuery): string {
  const terms: string[] = [];
  if (query.partition !== undefined) terms.push(`PartitionKey eq ${literal(query.partition)}`);
  if (query.from !== undefined) terms.push(`RowKey ge ${literal(query.from)}`);
  if (query.before !== undefined) terms.push(`RowKey lt ${literal(query.before)}`);
  for (const [name, value] of Object.entries(query.where ?? {})) terms.push(`${name} eq ${literal(value)}`);
  return terms.join(' and ');
}

function literal(value: RowValue): string {
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === 'number' && Number.isInteger(value) && !isInt32(value)) return `${value.toFixed(1)}`;
  return String(value);
}

function isInt32(value: number): boolean {
  return (value | 0) === value;
}

/** A missing table is not a missing row: it is a store that was never prepared. */
function isMissingRow(error: unknown): boolean {
  const { status, code } = refusalOf(error);
  return status === 404 && code !== 'TableNotFound';
}

/** 409 a created row exists, 412 a replaced one changed, 404 a replaced or deleted one is gone. */
function isConflict(error: unknown): boolean {
  const { status, code } = refusalOf(error);
  if (code === 'TableBeingDeleted') return false;
  return status === 409 || status === 412 || isMissingRow(error);
}
