/** Every scenario, in the order in which it runs. */
import { cursors } from './cursors.ts';
import { growth } from './growth.ts';
import { joining } from './joining.ts';
import { manyRooms } from './manyRooms.ts';
import { memory } from './memory.ts';
import { humanRate, oneRoom } from './oneRoom.ts';
import { opening } from './opening.ts';
import { saving } from './saving.ts';
import type { Scenario } from './scenario.ts';

export const SCENARIOS: readonly Scenario[] = [oneRoom(10), oneRoom(50), oneRoom(200), humanRate, manyRooms, saving, opening, joining, cursors, memory, growth];
