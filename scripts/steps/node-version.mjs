/**
 * Refuses a Node that is too old, with a sentence. Import it first: what comes after may use newer things.
 */
const oldest = [20, 19];

if (isOlder(process.versions.node, oldest)) {
  process.stderr.write(
    `Insieme needs Node ${oldest.join('.')} or newer, and this is ${process.versions.node}. A newer one is at https://nodejs.org.\n`,
  );
  process.exit(1);
}

/** @param {string} version @param {number[]} than */
function isOlder(version, than) {
  const parts = version.split('.').map(Number);
  const nth = than.findIndex((part, place) => part !== parts[place]);
  return nth >= 0 && Number(parts[nth]) < Number(than[nth]);
}
