/** The server process of `house.ts`: the whole app, told apart from jsdom, whose bytes LMDB would not take. */
import { makeSetupToken } from '../../server/auth/setup.ts';
import { loadDemo } from '../../server/demo/demo.ts';
import { startApp } from './startApp.ts';

const argv = process.argv.slice(2);
const app = await startApp({ argv });
if (argv.includes('--demo')) await loadDemo(app.parts);
process.send?.({ url: app.url, setupToken: await makeSetupToken({ store: app.store, clock: app.parts.clock }) });
process.on('message', (ms: number) => {
  app.later(ms);
  process.send?.('later');
});
process.on('disconnect', () => void app.close().then(() => process.exit(0)));
