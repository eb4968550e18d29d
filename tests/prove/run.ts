/**
 * One proof in a process of its own, so that its memory and its pauses are its own: `run.ts <name> <seed> <minutes> [--short]`.
 * Tells the outcome to its parent.
 */
import type { Outcome, Proof } from './common/proof.ts';

const [name = '', seed = '0', minutes = 'Infinity', short] = process.argv.slice(2);
const { proof } = (await import(`./${name}/${name}.ts`)) as { proof: Proof };
const say = (line: string) => void process.stdout.write(`${name.padEnd(12)} ${line}\n`);

process.on('unhandledRejection', error => {
  throw error;
});
const outcome = await proof({ short: short === '--short', seed: Number(seed), minutes: Number(minutes), say }).catch(failed);
process.send?.(outcome, () => process.exit(0));

/** A proof that breaks has not been given. */
function failed(error: unknown): Outcome {
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { planted: 0, caught: 0, misses: [`it broke: ${words}`], figures: {} };
}
