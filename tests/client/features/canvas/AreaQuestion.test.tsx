/** What an area asks for while nothing lies in it. */
import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { Value } from '../../../../client/collab/value.ts';
import { AreaQuestion } from '../../../../client/features/canvas/AreaNode.tsx';
import { CanvasProvider, type OpenCanvas } from '../../../../client/features/canvas/CanvasContext.tsx';
import { draw } from '../../../support/draw.tsx';

const canvas = (mayWrite: boolean) => ({ room: { mayWrite: new Value(mayWrite) } }) as unknown as OpenCanvas;

describe('an empty area', () => {
  test('asks its question, and says how to answer', () => {
    draw(<CanvasProvider value={canvas(true)}><AreaQuestion kind="fears" /></CanvasProvider>, { language: 'it' });
    expect(screen.getByText('Che cosa potrebbe andare storto?')).toBeVisible();
    expect(screen.getByText('Fai doppio clic e scrivi')).toBeInTheDocument();
  });

  test('tells a reader the question alone', () => {
    draw(<CanvasProvider value={canvas(false)}><AreaQuestion kind="value" /></CanvasProvider>);
    expect(screen.getByText('What does it bring, and to whom?')).toBeVisible();
    expect(screen.queryByText('Double-click to write')).toBeNull();
  });
});
