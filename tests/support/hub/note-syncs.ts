// Loaded before all else, in every thread of a process: writes down each file that is made to last.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const log = fs.openSync(process.env.CUECARD_SYNC_LOG ?? '', 'a');
const { openSync, fdatasyncSync, fsyncSync } = fs;
const names = new Map<number, string>();
fs.openSync = (path, ...how) => {
  const handle = openSync(path, ...how);
  names.set(handle, String(path));
  return handle;
};
const noting = (name: string, sync: (handle: number) => void) => (handle: number) => {
  sync(handle);
  fs.writeSync(log, `${name} ${names.get(handle)}\n`);
};
fs.fdatasyncSync = noting('fdatasync', fdatasyncSync);
fs.fsyncSync = noting('fsync', fsyncSync);
syncBuiltinESMExports();
