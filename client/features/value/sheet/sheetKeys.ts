/** Which key does what in a table of cells. Answers true when the key was for the table. */
import type { Sheet } from './Sheet.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'>;

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const PAGE = 10;

/** While nothing is being typed. */
export function keyOnCell(sheet: Sheet, press: Pressed): boolean {
  const { key, shiftKey: extend } = press;
  const command = press.ctrlKey || press.metaKey;
  if (press.altKey) return false;
  const arrow = ARROWS[key];
  if (arrow) return command ? jump(sheet, key, extend) : (sheet.move(...arrow, extend), true);
  if (command) return key.toLowerCase() === 'a' ? (sheet.chooseAll(), true) : edge(sheet, key, extend, true);
  switch (key) {
    case 'Tab': return sheet.step(extend ? -1 : 1); // at the ends the Tab key leaves the table
    case 'Enter': case 'F2': return sheet.edit(), true;
    case 'Escape': return sheet.cancel(), true;
    case 'Delete': case 'Backspace': return sheet.clear(), true;
    case 'PageDown': return sheet.move(PAGE, 0, extend), true;
    case 'PageUp': return sheet.move(-PAGE, 0, extend), true;
  }
  if (edge(sheet, key, extend, false)) return true;
  if (key.length !== 1 || press.isComposing) return false;
  sheet.edit(key);
  return true;
}

/** In the editor; `text`: what is typed so far. */
export function keyInEditor(sheet: Sheet, press: Pressed, text: string): boolean {
  if (press.isComposing) return false;
  const arrow = ARROWS[press.key];
  // Begun by typing: an arrow goes on to the next cell. Begun with F2: it moves the caret.
  if (arrow && sheet.editing?.typed && !press.shiftKey) return leave(sheet, text, () => sheet.move(...arrow));
  switch (press.key) {
    case 'Enter': return press.altKey ? false : leave(sheet, text, () => sheet.move(press.shiftKey ? -1 : 1, 0));
    case 'Tab': return leave(sheet, text, () => sheet.step(press.shiftKey ? -1 : 1));
    case 'Escape': return sheet.cancel(), true;
    default: return false;
  }
}

function leave(sheet: Sheet, text: string, then: () => void): true {
  sheet.commit(text);
  then();
  return true;
}

function jump(sheet: Sheet, key: string, extend: boolean): true {
  if (key === 'ArrowLeft' || key === 'ArrowRight') sheet.toEdge(key === 'ArrowLeft' ? 'rowStart' : 'rowEnd', extend);
  else sheet.move(key === 'ArrowUp' ? -1e6 : 1e6, 0, extend);
  return true;
}

function edge(sheet: Sheet, key: string, extend: boolean, command: boolean): boolean {
  if (key !== 'Home' && key !== 'End') return false;
  const start = key === 'Home';
  sheet.toEdge(command ? (start ? 'start' : 'end') : start ? 'rowStart' : 'rowEnd', extend);
  return true;
}
