/** Versions, rounds and approvals at the http door. */
import type { Response } from 'express';
import type * as z from 'zod';
import { ApprovalId, RoundId, VersionId } from '../../shared/ids.ts';
import { Refusal } from '../../shared/refusals.ts';
import { ApprovalDesk, ApprovalLine, Decide, Freeze, PutToClient, Receipt, RoundView, versionFileName, VersionView } from '../../shared/versions.ts';
import {
  answerRound, approvalDesk, approvalFile, freezeVersion, putToClient, receiptOf, versionContent, withdrawRound,
} from '../actions/versions.ts';
import type { Parts } from '../parts.ts';
import { type Route, route } from './route.ts';

const at = '/api/projects/:projectId' as const;

export function versionRoutes(parts: Parts): Route[] {
  return [
    route({
      method: 'get', path: `${at}/approval`, needs: 'version.read', answer: ApprovalDesk,
      handle: ({ member, project }) => approvalDesk(parts, member, project),
    }),
    route({
      method: 'post', path: `${at}/versions`, needs: 'version.freeze', body: Freeze, answer: VersionView,
      handle: ({ member, project, body }) => freezeVersion(parts, member, project, body.name),
    }),
    route({
      method: 'post', path: `${at}/versions/:versionId/rounds`, needs: 'round.put', body: PutToClient, answer: RoundView,
      handle: ({ member, params, body }) => putToClient(parts, member, read(VersionId, params['versionId']), body),
    }),
    route({
      method: 'post', path: `${at}/rounds/:roundId/withdrawal`, needs: 'round.put', answer: RoundView,
      handle: ({ member, params }) => withdrawRound(parts, member, read(RoundId, params['roundId'])),
    }),
    route({
      method: 'post', path: `${at}/rounds/:roundId/approvals`, needs: 'round.decide', body: Decide, answer: ApprovalLine,
      handle: ({ member, params, body, session, from, device }) =>
        answerRound(parts, member, read(RoundId, params['roundId']), body, { signedInWith: session.signedInWith, from, device }),
    }),
    ...readingRoutes(parts),
  ];
}

function readingRoutes(parts: Parts): Route[] {
  return [
    route({
      method: 'get', path: `${at}/versions/:versionId/content`, needs: 'version.read',
      handle: async ({ member, params, response }) => {
        const { bytes } = await versionContent(parts, member, read(VersionId, params['versionId']));
        sendJson(response, bytes);
      },
    }),
    route({
      method: 'get', path: `${at}/versions/:versionId/file`, needs: 'version.read',
      handle: async ({ member, params, response }) => {
        const { version, bytes } = await versionContent(parts, member, read(VersionId, params['versionId']));
        sendJson(response, bytes, versionFileName(version.number));
      },
    }),
    route({
      method: 'get', path: `${at}/approvals/:approvalId`, needs: 'round.read', answer: Receipt,
      handle: ({ member, params }) => receiptOf(parts, member, read(ApprovalId, params['approvalId'])),
    }),
    route({
      method: 'get', path: `${at}/approvals/:approvalId/file`, needs: 'round.read',
      handle: async ({ member, params, response }) => {
        const { version, text } = await approvalFile(parts, member, read(ApprovalId, params['approvalId']));
        sendJson(response, new TextEncoder().encode(text), `insieme-approval-${version.number ?? 'draft'}.json`);
      },
    }),
  ];
}

/** An id of another shape cannot exist: the answer is the same as for one that does not. */
function read<Schema extends z.ZodType>(schema: Schema, given: string | undefined): z.infer<Schema> {
  const id = schema.safeParse(given);
  if (!id.success) throw new Refusal('not-found');
  return id.data;
}

/** The very bytes, not a parsed and printed copy of them: somebody is going to hash what they receive. */
function sendJson(response: Response, bytes: Uint8Array, fileName?: string): void {
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store');
  if (fileName !== undefined) response.setHeader('Content-Disposition', `attachment; filename="${fileName}"`);
  response.end(bytes);
}
