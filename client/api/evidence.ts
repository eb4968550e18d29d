/** Files behind figures: one is sent once, and what it is called never changes. */
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { EvidenceAbout, evidenceAboutAddress, keepEvidenceAddress } from '../../shared/evidence.ts';
import type { ProjectId } from '../../shared/ids.ts';
import { LIMITS } from '../../shared/limits.ts';
import { Refusal } from '../../shared/refusals.ts';
import { ask } from './call.ts';

const aboutQuery = (projectId: ProjectId, hash: string) =>
  queryOptions({
    queryKey: ['evidence', projectId, hash],
    queryFn: ({ signal }) => ask('GET', evidenceAboutAddress(projectId, hash), EvidenceAbout, { signal }),
    staleTime: Infinity,
  });

export const useEvidenceAbout = (projectId: ProjectId, hash: string) => useQuery(aboutQuery(projectId, hash));

/** Sends a file. One that is too large is not sent at all. */
export const useKeepEvidence = (projectId: ProjectId) =>
  useMutation({
    mutationFn: async (file: File) => {
      if (file.size > LIMITS.evidenceBytes) throw new Refusal('too-large');
      return ask('POST', keepEvidenceAddress(projectId, file.name.slice(0, LIMITS.titleLength)), EvidenceAbout, { file });
    },
  });
