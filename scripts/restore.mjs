/** `npm run restore -- FOLDER [--replace]`: a backup back into DATA_DIR. `-- --after-mongorestore` for MongoDB. */
import './steps/node-version.mjs';
import { keep } from './steps/keep.mjs';

process.exit(await keep('restore'));
