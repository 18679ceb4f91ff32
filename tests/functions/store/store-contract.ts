// What every store must do, whoever keeps the bytes. One suite, run against each implementation: a test that passes in
// memory says something about Azure only because both pass this. Each test writes under names of its own, since an
// emulator is shared by the whole run.

import { randomBytes, randomUUID } from 'node:crypto';
import { QUEUES, type QueueName, type Row, type Store } from '../../../functions/store/store';

export interface StoreUnderTest {
  readonly store: Store;
  /** Receives one visible message, removed; `undefined` where none is visible. */
  take(queue: QueueName): Promise<unknown>;
}

/** `open` is called once; the store is prepared by the suite. */
export function describeStore(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let store: Store;
    let take: StoreUnderTest['take'];
    const fresh = () => randomUUID().slice(0, 8);

    beforeAll(async () => {
      ({ store, take } = await open());
      await store.prepare();
      await store.prepare();
    });

    async function rowsOf(query: Parameters<Store['rows']['query']>[0]): Promise<Row[]> {
      const rows: Row[] = [];
      for await (const row of store.rows.query(query)) rows.push(row);
      return rows;
    }

    describe('blobs', () => {
      test('what was created comes back, with its type and an etag', async () => {
        const path = `originals/${fresh()}/Báo cáo quý 1 (sửa).xlsx`;
        expect(await store.blobs.create(path, Buffer.from('nội dung'), 'text/plain')).toBe('created');
        const blob = await store.blobs.get(path);
        expect(Buffer.from(blob?.bytes ?? []).toString()).toBe('nội dung');
        expect(blob?.contentType).toBe('text/plain');
        expect(blob?.etag).toMatch(/./);
      });

      test('what is not there is undefined, not an error', async () => {
        expect(await store.blobs.get(`nothing/${fresh()}`)).toBeUndefined();
        expect(await store.blobs.has(`nothing/${fresh()}`)).toBe(false);
      });

      test('a path is written once: other bytes find it taken and change nothing', async () => {
        const path = `once/${fresh()}`;
        await store.blobs.create(path, Buffer.from('first'), 'text/plain');
        expect(await store.blobs.create(path, Buffer.from('other'), 'text/plain')).toBe('exists');
        expect(await store.blobs.create(path, Buffer.from('longer than the first'), 'text/plain')).toBe('exists');
        expect(Buffer.from((await store.blobs.get(path))?.bytes ?? []).toString()).toBe('first');
        expect(await store.blobs.has(path)).toBe(true);
      });

      test('the same bytes once more are created or exist: nobody can tell, nobody needs to', async () => {
        const path = `same/${fresh()}`;
        await store.blobs.create(path, Buffer.from('same'), 'text/plain');
        expect(['created', 'exists']).toContain(await store.blobs.create(path, Buffer.from('same'), 'text/plain'));
      });

      test('of 20 writers at once with different bytes exactly one created the blob', async () => {
        const path = `race/${fresh()}`;
        const answers = await Promise.all(
          Array.from({ length: 20 }, (_, i) => store.blobs.create(path, Buffer.from(`writer ${i}`), 'text/plain')),
        );
        expect(answers.filter((answer) => answer === 'created')).toHaveLength(1);
        const winner = Buffer.from((await store.blobs.get(path))?.bytes ?? []).toString();
        expect(winner).toBe(`writer ${answers.indexOf('created')}`);
      });

      test('five megabytes of any bytes come back byte for byte', async () => {
        const path = `big/${fresh()}`;
        const bytes = new Uint8Array(randomBytes(5 * 1024 * 1024));
        await store.blobs.create(path, bytes, 'application/octet-stream');
        expect(Buffer.compare((await store.blobs.get(path))?.bytes ?? Buffer.alloc(0), bytes)).toBe(0);
      });

      test('no bytes at all are a blob too', async () => {
        const path = `empty/${fresh()}`;
        expect(await store.blobs.create(path, new Uint8Array(), 'text/plain')).toBe('created');
        expect((await store.blobs.get(path))?.bytes).toHaveLength(0);
      });

      test('the stored bytes do not follow the buffer of the caller', async () => {
        const path = `copy/${fresh()}`;
        const bytes = Buffer.from('abc');
        await store.blobs.create(path, bytes, 'text/plain');
        bytes.fill('x');
        expect(Buffer.from((await store.blobs.get(path))?.bytes ?? []).toString()).toBe('abc');
      });

      test('a listing holds the paths under the prefix, in ordinal order', async () => {
        const root = `list/${fresh()}`;
        const names = ['b', 'a/2', 'a/10', 'Z', 'a-1', 'đ'];
        for (const name of names) await store.blobs.create(`${root}/${name}`, Buffer.from(name), 'text/plain');
        const listed: string[] = [];
        for await (const path of store.blobs.list(`${root}/`)) listed.push(path.slice(root.length + 1));
        expect(listed).toEqual([...names].sort());
        const some: string[] = [];
        for await (const path of store.blobs.list(`${root}/a`)) some.push(path.slice(root.length + 1));
        expect(some).toEqual(['a-1', 'a/10', 'a/2']);
      });

      test.each(['', '/a', 'a//b', 'a/', 'a/../b', 'a\\b', 'a#b', 'a?b', 'a\nb', 'x'.repeat(1025)])(
        'path %j is refused',
        async (path) => {
          await expect(store.blobs.create(path, Buffer.from('x'), 'text/plain')).rejects.toThrow(/^Path /);
          await expect(store.blobs.get(path)).rejects.toThrow(/^Path /);
        },
      );
    });

    describe('rows', () => {
      test('values come back as they were given', async () => {
        const partition = fresh();
        const values = {
          text: 'Hội nghị quán triệt Nghị quyết số 57-NQ/TW',
          decomposed: 'Nghị quyết'.normalize('NFD'),
          quotes: `'a' "b" <c> & \\ \r\n \t end`,
          empty: '',
          longest: 'ệ'.repeat(32_000),
          whole: 42,
          negative: -1,
          fraction: 0.1,
          beyond32Bits: 3_000_000_000,
          exact: Number.MAX_SAFE_INTEGER,
          yes: true,
          no: false,
        };
        expect(await store.rows.transact(partition, [{ create: 'r', values }])).toBe('done');
        expect(await store.rows.get(partition, 'r')).toEqual({ partition, row: 'r', etag: expect.any(String), values });
      });

      test('keys may hold Vietnamese, spaces, quotes and punctuation', async () => {
        const partition = `kỳ ${fresh()}`;
        for (const row of ["h~đơn vị 'A'", 'a b', 'a%20b', 'a+b', 'k~{1}~"2"', 'a=b&c;d,e:f@g!h$i(j)*']) {
          expect(await store.rows.transact(partition, [{ create: row, values: { row } }])).toBe('done');
          expect((await store.rows.get(partition, row))?.values).toEqual({ row });
        }
        expect(await rowsOf({ partition })).toHaveLength(6);
      });

      test('what is not there is undefined, not an error', async () => {
        expect(await store.rows.get(fresh(), 'r')).toBeUndefined();
        expect(await rowsOf({ partition: fresh() })).toEqual([]);
      });

      test('a transaction is done as a whole or not at all', async () => {
        const partition = fresh();
        await store.rows.transact(partition, [
          { create: 'there', values: { n: 1 } },
          { create: 'goes', values: {} },
        ]);
        const changes = [
          { create: 'new', values: { n: 1 } },
          { upsert: 'there', values: { n: 2 } },
          { delete: 'goes' },
        ];
        expect(await store.rows.transact(partition, [...changes, { create: 'there2', values: {} }])).toBe('done');
        expect((await rowsOf({ partition })).map(({ row }) => row)).toEqual(['new', 'there', 'there2']);
        expect(
          await store.rows.transact(partition, [
            { upsert: 'new', values: { n: 9 } },
            { create: 'newer', values: {} },
            { delete: 'there' },
            { create: 'there2', values: {} },
          ]),
        ).toBe('conflict');
        expect((await rowsOf({ partition })).map(({ row, values }) => [row, values])).toEqual([
          ['new', { n: 1 }],
          ['there', { n: 2 }],
          ['there2', {}],
        ]);
      });

      test('replacing needs the etag of the row as it is now', async () => {
        const partition = fresh();
        await store.rows.transact(partition, [{ create: 'r', values: { n: 1, gone: 'x' } }]);
        const first = (await store.rows.get(partition, 'r'))?.etag ?? '';
        expect(await store.rows.transact(partition, [{ replace: 'r', values: { n: 2 }, etag: first }])).toBe('done');
        expect(await store.rows.transact(partition, [{ replace: 'r', values: { n: 3 }, etag: first }])).toBe(
          'conflict',
        );
        const now = await store.rows.get(partition, 'r');
        expect(now?.values).toEqual({ n: 2 });
        expect(now?.etag).not.toBe(first);
      });

      test('replacing or deleting what is gone is a conflict', async () => {
        const partition = fresh();
        await store.rows.transact(partition, [{ create: 'r', values: {} }]);
        const { etag = '' } = (await store.rows.get(partition, 'r')) ?? {};
        expect(await store.rows.transact(partition, [{ delete: 'r' }])).toBe('done');
        expect(await store.rows.transact(partition, [{ replace: 'r', values: {}, etag }])).toBe('conflict');
        expect(await store.rows.transact(partition, [{ delete: 'r' }])).toBe('conflict');
      });

      test('of 10 replacing at once with the same etag exactly one is done', async () => {
        const partition = fresh();
        await store.rows.transact(partition, [{ create: 'head', values: { n: 0 } }]);
        const { etag = '' } = (await store.rows.get(partition, 'head')) ?? {};
        const answers = await Promise.all(
          Array.from({ length: 10 }, (_, i) =>
            store.rows.transact(partition, [
              { create: `e${i}`, values: {} },
              { replace: 'head', values: { n: i + 1 }, etag },
            ]),
          ),
        );
        expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
        expect((await rowsOf({ partition })).map(({ row }) => row)).toEqual([`e${answers.indexOf('done')}`, 'head']);
      });

      test('an upsert writes where nothing is and replaces what is there', async () => {
        const partition = fresh();
        expect(await store.rows.transact(partition, [{ upsert: 'r', values: { a: 1 } }])).toBe('done');
        expect(await store.rows.transact(partition, [{ upsert: 'r', values: { b: 2 } }])).toBe('done');
        expect((await store.rows.get(partition, 'r'))?.values).toEqual({ b: 2 });
      });

      test('a query takes a partition, a range of row keys and values', async () => {
        const partition = fresh();
        await store.rows.transact(
          partition,
          ['a~1', 'b~1', 'b~2', 'b~3', 'c~1'].map((create, i) => ({
            create,
            values: {
              unit: i % 2 === 0 ? "Sở Giáo dục - 'A'" : 'Trường Chính trị',
              n: i,
              big: 3e9 + i,
              part: i / 2,
              odd: i % 2 === 1,
            },
          })),
        );
        const keys = async (query: object) => (await rowsOf({ partition, ...query })).map(({ row }) => row);
        expect(await keys({})).toEqual(['a~1', 'b~1', 'b~2', 'b~3', 'c~1']);
        expect(await keys({ from: 'b~', before: 'b~~' })).toEqual(['b~1', 'b~2', 'b~3']);
        expect(await keys({ from: 'b~2' })).toEqual(['b~2', 'b~3', 'c~1']);
        expect(await keys({ before: 'b~2' })).toEqual(['a~1', 'b~1']);
        expect(await keys({ where: { unit: "Sở Giáo dục - 'A'" } })).toEqual(['a~1', 'b~2', 'c~1']);
        expect(await keys({ from: 'b~', where: { unit: 'Trường Chính trị', n: 3 } })).toEqual(['b~3']);
        expect(await keys({ where: { big: 3_000_000_002 } })).toEqual(['b~2']);
        expect(await keys({ where: { part: 0.5 } })).toEqual(['b~1']);
        expect(await keys({ where: { odd: true } })).toEqual(['b~1', 'b~3']);
        expect(await keys({ where: { nowhere: 1 } })).toEqual([]);
      });

      test('a query without a partition looks in all of them', async () => {
        const mark = fresh();
        for (const name of ['p1', 'p2']) {
          await store.rows.transact(`${mark}-${name}`, [{ create: 'r', values: { mark } }]);
        }
        const found = await rowsOf({ where: { mark } });
        expect(found.map(({ partition }) => partition).sort()).toEqual([`${mark}-p1`, `${mark}-p2`]);
      });

      test('more than a thousand rows come complete and in order', async () => {
        const partition = fresh();
        const keys = Array.from({ length: 1_150 }, (_, i) => `r${String(i).padStart(5, '0')}`);
        for (let i = 0; i < keys.length; i += 100) {
          const changes = keys.slice(i, i + 100).map((create) => ({ create, values: { n: 1 } }));
          expect(await store.rows.transact(partition, changes)).toBe('done');
        }
        expect((await rowsOf({ partition })).map(({ row }) => row)).toEqual(keys);
      });

      test.each(['', 'a/b', 'a\\b', 'a#b', 'a?b', 'a\tb', 'a\u0085b', 'x'.repeat(513)])(
        'key %j is refused',
        async (key) => {
          const change = { create: key, values: {} };
          await expect(store.rows.get(key, 'r')).rejects.toThrow(/^(A key|Key) /);
          await expect(store.rows.get('p', key)).rejects.toThrow(/^(A key|Key) /);
          await expect(store.rows.transact('p', [change])).rejects.toThrow(/^(A key|Key) /);
          await expect(store.rows.transact(key, [{ create: 'r', values: {} }])).rejects.toThrow(/^(A key|Key) /);
        },
      );

      test.each([
        ['text over 32,000 characters', { text: 'x'.repeat(32_001) }],
        ['not a number', { n: Number.NaN }],
        ['half a character', { text: 'a\ud83d' }],
        ['a name of the service', { Timestamp: 'x' }],
        ['a name with a dash', { 'a-b': 'x' }],
        ['over 252 values', Object.fromEntries(Array.from({ length: 253 }, (_, i) => [`v${i}`, i]))],
      ])('a value is refused: %s', async (_, values) => {
        await expect(store.rows.transact(fresh(), [{ create: 'r', values }])).rejects.toThrow(/^Row "r"/);
      });

      test('a query by a name that no value can have is refused', async () => {
        await expect(rowsOf({ where: { "n eq 1 or 'a'": 'a' } })).rejects.toThrow('cannot name a value');
      });

      test('a transaction of none, of more than 100, or of one row twice is refused', async () => {
        const many = Array.from({ length: 101 }, (_, i) => ({ create: `r${i}`, values: {} }));
        const twice = [{ upsert: 'r', values: {} }, { delete: 'r' }];
        await expect(store.rows.transact(fresh(), [])).rejects.toThrow('1 to 100');
        await expect(store.rows.transact(fresh(), many)).rejects.toThrow('1 to 100');
        await expect(store.rows.transact(fresh(), twice)).rejects.toThrow('twice');
        expect(await store.rows.transact(fresh(), many.slice(1))).toBe('done');
      });
    });

    describe('queues', () => {
      async function takeSoon(queue: QueueName): Promise<unknown> {
        for (;;) {
          const message = await take(queue);
          if (message !== undefined) return message;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
      }

      test('a message arrives as it was sent, Vietnamese included', async () => {
        const [queue] = QUEUES;
        await store.queues.send(queue, { unit: 'Sở Khoa học và Công nghệ', revision: 2, list: [1, null] });
        expect(await store.queues.length(queue)).toBe(1);
        expect(await take(queue)).toEqual({ unit: 'Sở Khoa học và Công nghệ', revision: 2, list: [1, null] });
        expect(await store.queues.length(queue)).toBe(0);
      });

      test('a delayed message waits unseen, and is counted', async () => {
        const queue = 'masters';
        await store.queues.send(queue, 'soon', { delaySeconds: 1 });
        await store.queues.send(queue, 'much later', { delaySeconds: 7 * 24 * 60 * 60 });
        expect(await store.queues.length(queue)).toBe(2);
        expect(await takeSoon(queue)).toBe('soon');
        expect(await take(queue)).toBeUndefined();
        expect(await store.queues.length(queue)).toBe(1);
      });

      test('a queue that does not exist has no messages', async () => {
        expect(await store.queues.length('submissions-poison')).toBe(0);
      });

      test('the largest message passes, a larger one and what is not JSON are refused', async () => {
        const largest = 'x'.repeat(48 * 1024 - 2);
        await store.queues.send('submissions', largest);
        expect(await take('submissions')).toBe(largest);
        await expect(store.queues.send('submissions', `${largest}x`)).rejects.toThrow('at most');
        await expect(store.queues.send('submissions', undefined)).rejects.toThrow('JSON');
        await expect(store.queues.send('submissions', 1, { delaySeconds: 0.5 })).rejects.toThrow('whole seconds');
      });
    });
  });
}
