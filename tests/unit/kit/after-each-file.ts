import { afterAll } from 'vitest';
import { removeTempFolders } from './temp.ts';

// Vitest runs this for every test file, while the modules that the files share are loaded once.
afterAll(removeTempFolders);
