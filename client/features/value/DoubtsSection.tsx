/** The section of the value page in which all doubts stand; what they are, another feature says. */
import { useSlots } from './slots.ts';

export function DoubtsSection() {
  const { allDoubts } = useSlots();
  return <>{allDoubts?.()}</>;
}
