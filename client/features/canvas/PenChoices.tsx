/** Colour and thickness of the pen, beside the toolbar while one draws. */
import { useCanvas, useWords } from './CanvasContext.tsx';
import { useReadable } from '../../collab/CollabContext.tsx';
import { INK_COLOURS, INK_WIDTHS } from './kinds.ts';

const WIDTH_WORDS = ['thin', 'medium', 'thick'] as const;

export function PenChoices() {
  const { passing } = useCanvas();
  const say = useWords();
  const pen = useReadable(passing.pen);
  return (
    <div className="cv-pen-choices">
      <div role="radiogroup" aria-label={say('penColour')}>
        {INK_COLOURS.map(colour => (
          <label key={colour} className="cv-swatch" data-ink={colour} title={say(`ink_${colour}`)}>
            <input type="radio" name="cv-pen-colour" aria-label={say(`ink_${colour}`)} checked={pen.colour === colour} onChange={() => passing.pen.set({ ...pen, colour })} />
          </label>
        ))}
      </div>
      <div role="radiogroup" aria-label={say('penWidth')}>
        {INK_WIDTHS.map((thickness, nth) => (
          <label key={thickness} className="cv-swatch cv-swatch-width" title={say(WIDTH_WORDS[nth] ?? 'thin')}>
            <input
              type="radio" name="cv-pen-width" aria-label={say(WIDTH_WORDS[nth] ?? 'thin')} checked={pen.thickness === thickness}
              onChange={() => passing.pen.set({ ...pen, thickness })}
            />
            <span style={{ width: thickness + 3, height: thickness + 3 }} />
          </label>
        ))}
      </div>
    </div>
  );
}
