import type { Dexie } from 'dexie';
import { outlineRowOf } from './entry-outlines';

/**
 * Has every write to the chunks write their outlines, too, in the same transaction: so whatever is
 * read of both at once belongs together.
 */
export function writeOutlinesWith(database: Dexie): void {
  database.use({
    stack: 'dbcore',
    name: 'outlines',
    create(core) {
      // An upgrade from a version that had none begins without their table.
      const hasOutlines = core.schema.tables.some(({ name }) => name === 'outlines');
      if (!hasOutlines) return core;
      return {
        ...core,
        transaction(tables, mode, options) {
          const isWrite = mode === 'readwrite' && tables.includes('chunks');
          const all = isWrite ? [...new Set([...tables, 'outlines'])] : tables;
          return core.transaction(all, mode, options);
        },
        table(name) {
          const table = core.table(name);
          if (name !== 'chunks') return table;
          const outlines = core.table('outlines');
          return {
            ...table,
            mutate: (request) =>
              table.mutate(request).then((done) => {
                const isPut = request.type === 'put' || request.type === 'add';
                const { trans } = request;
                const mirrored = isPut
                  ? { type: 'put' as const, trans, values: request.values.map(outlineRowOf) }
                  : request;
                return outlines.mutate(mirrored).then(() => done);
              }),
          };
        },
      };
    },
  });
}
