/** The way from a section to an area on the canvas. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';

export const wayTo = (projectId: string) => (id: string, name: string, inside: ReactNode): ReactNode =>
  <Link to={`/projects/${projectId}/canvas?area=${id}`} className="area-chip" aria-label={name}>{inside}</Link>;
