// Writes docs/generic-reader.md: `node docs/measure-generic.ts`, after a change of the reader.
import { writeFileSync } from 'node:fs';
import { measureKits, measureUnknown } from '../tests/support/measure-unknown.ts';
import { genericReaderPage } from './generic-reader-page.ts';

writeFileSync('docs/generic-reader.md', genericReaderPage(await measureUnknown(), await measureKits()));
