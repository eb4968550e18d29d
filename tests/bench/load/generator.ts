/** The load as a process of its own: does what it is asked, one thing after the other, and answers what it measured. */
import { type Asked, obey } from '../processes/child.ts';
import { Crowd } from './crowd.ts';
import { fill } from './filling.ts';
import type { Job, OpenJob } from './jobs.ts';
import { join, peek } from './joining.ts';
import { Pointing } from './pointing.ts';
import { Saving } from './saving.ts';
import { Typing } from './typing.ts';

interface Open {
  crowd: Crowd;
  pid: number;
  typing?: Typing;
  pointing?: Pointing;
  saving?: Saving;
}

let open: Open | undefined;

obey(0, asked => work(asked as unknown as Job & Asked), async () => open?.crowd.close());

async function work(job: Job): Promise<unknown> {
  switch (job.do) {
    case 'open': return openAll(job);
    case 'type': return (present().typing ??= new Typing(present().crowd)).run(job, present().pid);
    case 'point': return (present().pointing ??= new Pointing(present().crowd)).run(job, present().pid);
    case 'save': return (present().saving ??= new Saving(present().crowd)).run(job, present().pid);
    case 'fill': return fill(job);
    case 'join': return join(job);
    case 'peek': return peek(job);
    case 'close': {
      open?.crowd.close();
      open = undefined;
    }
  }
}

function present(): Open {
  if (!open) throw new Error('Nobody is there: open lines first.');
  return open;
}

async function openAll({ target, seats, atOnce }: OpenJob): Promise<void> {
  open?.crowd.close();
  open = { crowd: await Crowd.open({ ...target, seats, atOnce }), pid: target.pid };
}
