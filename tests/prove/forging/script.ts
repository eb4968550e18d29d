/** What a script is, the ordinary one (a frame that closes the line that brought it), and what else may come of an attempt. */
import type { RawLine } from '../../support/RawLine.ts';
import type { Forger, Scene } from './scene.ts';

export interface Script {
  readonly name: string;
  /** Throws, or answers a sentence, when it was not refused as it should have been. */
  run(scene: Scene): Promise<string | undefined>;
}

/** What a forged frame is made from. */
export interface Tools extends Forger {
  scene: Scene;
  id: number;
  spare: number;
  victim: number;
  /** An id of the server's own, in Marta's name. */
  serverMade: number;
}

export async function toolsOf(scene: Scene): Promise<Tools> {
  await scene.app.parts.documents.edit(scene.room, scene.marta.member.id, () => undefined);
  const forger = await scene.forger();
  const serverMade = forger.line.heard.seats.find(seat => seat.byServer)?.first ?? 0;
  return { ...forger, scene, id: forger.ids[0]!, spare: forger.ids[1]!, victim: scene.victim, serverMade };
}

export function closes(name: string, forge: (tools: Tools) => Uint8Array | string, code: number): Script {
  return {
    name,
    async run(scene) {
      const tools = await toolsOf(scene);
      tools.line.send(forge(tools));
      return expectCode(await tools.line.isClosed, code);
    },
  };
}

export const expectCode = (code: number, expected: number) => (code === expected ? undefined : `closed with ${code} instead of ${expected}`);

/** The line stays open, and nothing comes of it; a question and its answer say that all before it was read. */
export async function unheeded(line: RawLine): Promise<string | undefined> {
  const answers = line.heard.answers.length;
  line.send(Uint8Array.of(0, 0, 1, 0));
  await line.until(() => line.heard.answers.length > answers || line.closedWith !== undefined, 'an answer');
  return line.closedWith === undefined ? undefined : `closed with ${line.closedWith} although it is harmless`;
}

export async function notTaken(line: RawLine): Promise<string | undefined> {
  await line.until(() => line.heard.notTaken > 0 || line.closedWith !== undefined, 'a "not taken"');
  return line.closedWith === undefined ? undefined : `closed with ${line.closedWith} instead of "not taken"`;
}

export async function turnedAway(line: RawLine, code: number): Promise<string | undefined> {
  const wrong = expectCode(await line.isClosed, code);
  return wrong ?? (line.frames.length > 0 ? 'something was told before the door was shut' : undefined);
}
