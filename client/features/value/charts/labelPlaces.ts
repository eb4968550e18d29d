/** Where the figure of each point of a line stands: above the line where it bends down, below where it bends up, clear of it and of bars. */
export interface LabelPlace {
  x: number;
  y: number;
  textAnchor: 'start' | 'middle' | 'end';
}

interface Point {
  x: number;
  y: number;
}

/** Something drawn that a figure must not lie on, in pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const [ACROSS, UP, DOWN] = [10, 11, 20];
/** As wide and high as a figure is, about. */
const [WIDE, HIGH] = [44, 12];

/** `bars`: what stands at each point; a figure that would lie on it stands clear of it instead. `left`: where the drawing begins. */
export function labelPlaces(points: readonly Point[], bars: readonly (readonly Box[])[] = [], left = 0): LabelPlace[] {
  return points.map((point, nth) => {
    const place = besideLine(points, nth, left);
    const here = bars[nth] ?? [];
    if (!here.some(bar => meet(boxOf(place), bar))) return place;
    // On the side its point is nearer to: below what hangs down, above what stands.
    const [top, bottom] = [Math.min(point.y, ...here.map(bar => bar.top)), Math.max(point.y, ...here.map(bar => bar.bottom))];
    return { x: point.x, y: bottom - point.y < point.y - top ? bottom + DOWN - 4 : top - UP + 3, textAnchor: 'middle' };
  });
}

function besideLine(points: readonly Point[], nth: number, left: number): LabelPlace {
  const point = points[nth] ?? { x: 0, y: 0 };
  const [before, after] = [points[nth - 1], points[nth + 1]];
  // A steep line leaves the first point upwards: its figure stands beside it, or below where there is no room.
  if (!before && after && after.y < point.y && point.x - ACROSS - WIDE > left) return { x: point.x - ACROSS, y: point.y + 4, textAnchor: 'end' };
  if (!before && after) return { x: point.x, y: point.y + (after.y < point.y ? DOWN : -UP), textAnchor: 'middle' };
  const rises = before !== undefined && before.y > point.y;
  const climbsOn = after !== undefined && after.y < point.y;
  if (rises && (climbsOn || !after)) return { x: point.x - ACROSS, y: point.y - UP + 3, textAnchor: 'end' };
  return { x: point.x, y: rises ? point.y - UP : point.y + DOWN, textAnchor: 'middle' };
}

function boxOf({ x, y, textAnchor }: LabelPlace): Box {
  const left = textAnchor === 'end' ? x - WIDE : textAnchor === 'middle' ? x - WIDE / 2 : x;
  return { left, right: left + WIDE, top: y - HIGH, bottom: y + 2 };
}

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
