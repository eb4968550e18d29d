/** The examples' seats at the http door: with --demo alone, and never told apart from nothing without it. */
import { Refusal } from '../../shared/refusals.ts';
import { type DemoSeat, DemoTable, Sit } from '../../shared/signIn.ts';
import { chooseSeat, readDemoTable, speakAsTheirBrowser } from '../actions/demo.ts';
import { jobOf } from '../demo/cast.ts';
import type { Parts } from '../parts.ts';
import { type Route, route } from './route.ts';

export function demoRoutes(parts: Parts): Route[] {
  const demoOnly = () => {
    if (!parts.config.demo) throw new Refusal('not-found');
  };
  return [
    route({
      method: 'get', path: '/api/demo', needs: 'anyone', answer: DemoTable,
      async handle({ request }) {
        demoOnly();
        return withJobs(await readDemoTable(parts, request.headers.host ?? 'localhost'));
      },
    }),
    route({
      method: 'post', path: '/api/demo/sit', needs: 'anyone', body: Sit,
      async handle({ body, request, personOrNobody, signIn }) {
        demoOnly();
        await chooseSeat(parts, body.personId, request.headers.host ?? 'localhost');
        if (body.language) await speakAsTheirBrowser(parts, body.personId, body.language);
        // A second tab of Marta sits beside the first; a new session would end the first one's live lines.
        if (personOrNobody?.id !== body.personId) await signIn(body.personId, 'demo');
      },
    }),
  ];
}

function withJobs({ projects, here }: DemoTable): DemoTable {
  const withJob = (seat: DemoSeat): DemoSeat => {
    const job = jobOf(seat.personId);
    return job ? { ...seat, job } : seat;
  };
  return { here, projects: projects.map(project => ({ ...project, people: project.people.map(withJob) })) };
}
