/**
 * How programs for Node are bundled, here and in the benchmarks. Split, or whatever is imported only when it is needed
 * (the driver of MongoDB, 20 MB of memory) would be loaded at every start: esbuild lifts its imports to the top of one file.
 *
 * @satisfies {import('esbuild').BuildOptions}
 */
export const bundling = /** @type {const} */ ({
  bundle: true,
  splitting: true,
  chunkNames: 'shared-[hash]', // in the same folder: threads are found beside whoever starts them
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
