// Writes docs/consoles.md: `node docs/list-consoles.ts`, after a change of a recipe or of its notes.
import { writeFileSync } from 'node:fs';
import { consolesPage } from './consoles-page.ts';

writeFileSync('docs/consoles.md', consolesPage('.'));
