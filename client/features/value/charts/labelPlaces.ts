/** Where the figure of each point of a line stands: above the line where it bends down, below where it bends up, clear of it. */
export interface LabelPlace {
  x: number;
  y: number;
  textAnchor: 'start' | 'middle' | 'end';
}

interface Point {
  x: number;
  y: number;
}

const [ACROSS, UP, DOWN] = [10, 11, 20];

export function labelPlaces(points: readonly Point[]): LabelPlace[] {
  return points.map((point, nth) => {
    const [before, after] = [points[nth - 1], points[nth + 1]];
    // A steep line leaves the first point upwards: its figure stands beside it, not on it.
    if (!before && after) return { x: point.x, y: point.y + (after.y < point.y ? DOWN : -UP), textAnchor: 'middle' };
    const rises = before !== undefined && before.y > point.y;
    const climbsOn = after !== undefined && after.y < point.y;
    if (rises && (climbsOn || !after)) return { x: point.x - ACROSS, y: point.y - UP + 3, textAnchor: 'end' };
    return { x: point.x, y: rises ? point.y - UP : point.y + DOWN, textAnchor: 'middle' };
  });
}
