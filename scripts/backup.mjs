/** `npm run backup -- FOLDER`: a copy of DATA_DIR, also while the server runs. */
import './steps/node-version.mjs';
import { keep } from './steps/keep.mjs';

process.exit(await keep('backup'));
