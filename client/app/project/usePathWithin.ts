/** Where in a project the address leads. */
import { useLocation } from 'react-router';

/** `canvas` of `/projects/prj_…/canvas`. */
export function usePathWithin(projectId: string): string {
  return useLocation().pathname.slice(`/projects/${projectId}/`.length);
}
