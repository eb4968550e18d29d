/** What must stay true of the image and of compose.yaml, whoever edits them. No engine is needed to check it. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ALLOCATOR, PACKAGE } from '../../scripts/steps/allocator.mjs';
import { SERVER_NODE_OPTIONS } from '../../scripts/steps/node-options.mjs';
import { loadConfig } from '../../server/config.ts';

const dockerfile = instructions(readFileSync('Dockerfile', 'utf8'));
const compose = readFileSync('compose.yaml', 'utf8');
const lastStage = dockerfile.slice(dockerfile.findLastIndex(line => line.startsWith('FROM')));

describe('the image', () => {
  test('runs as somebody without power', () => {
    expect(lastStage.filter(line => line.startsWith('USER'))).toEqual(['USER node']);
    expect(lastStage.indexOf('USER node')).toBeLessThan(lastStage.findIndex(line => line.startsWith('CMD')));
  });

  test('says whether it is well', () => {
    expect(lastStage.find(line => line.startsWith('HEALTHCHECK'))).toContain('/healthz');
  });

  test('makes the server the first process, which hears the signal to stop', () => {
    expect(lastStage.at(-1)).toBe(`CMD [${['node', ...SERVER_NODE_OPTIONS, 'dist/server/main.js'].map(word => JSON.stringify(word)).join(', ')}]`);
  });

  test('runs Node as npm start and the page on operations do', () => {
    expect(readFileSync('docs/operations.md', 'utf8')).toContain(`node ${SERVER_NODE_OPTIONS.join(' ')} dist/server/main.js`);
  });

  test('gives memory back as npm start does', () => {
    expect(lastStage.find(line => line.startsWith('RUN apt-get'))).toContain(` ${PACKAGE} `);
    expect(lastStage).toContain(`ENV ${Object.entries(ALLOCATOR).map(pair => pair.join('=')).join(' ')}`);
  });

  test('is the artefact of npm run build, from the Node the project asks for', () => {
    expect(dockerfile.some(line => line.startsWith('RUN npm run build'))).toBe(true);
    expect(dockerfile.filter(line => line.startsWith('FROM')).every(line => line.startsWith('FROM node:20-'))).toBe(true);
  });

  test('holds no secret', () => {
    expect(dockerfile.filter(line => /secret|password|_URI|SMTP/i.test(line))).toEqual([]);
  });

  test('is given nothing but what building needs', () => {
    const [first, ...rest] = readFileSync('.dockerignore', 'utf8').split('\n').filter(line => line && !line.startsWith('#'));
    expect(first).toBe('*');
    expect(rest.filter(line => !line.startsWith('!'))).toEqual([]);
    expect(rest.filter(line => /data|env|\.git$|node_modules|tests/.test(line))).toEqual([]);
  });
});

describe('compose.yaml', () => {
  test('starts only when the secrets are given from outside', () => {
    for (const name of ['PUBLIC_URL', 'SMTP_URL', 'SECRET']) expect(compose).toMatch(new RegExp(`${name}: \\$\\{${name}:\\?`));
  });

  test('opens the server to its own machine alone, and the database to nobody', () => {
    const ports = [...compose.matchAll(/^ +- (\S+:\d+:\d+|\d+:\d+)$/gm)].map(found => found[1]);
    expect(ports).toEqual(['127.0.0.1:3000:3000']);
  });

  test('runs MongoDB as a replica set, which transactions need', () => {
    expect(compose).toContain('--replSet, rs0');
    expect(compose).toContain('rs.initiate');
    expect(compose).toContain('/insieme?replicaSet=rs0');
  });

  test('hands over settings that the server takes', () => {
    const named = [...compose.matchAll(/^ {6}([A-Z_]+):/gm)].map(found => found[1] ?? '');
    const given: Record<string, string> = {
      MONGODB_URI: 'mongodb://mongo:27017/insieme?replicaSet=rs0', PUBLIC_URL: 'https://insieme.example',
      SMTP_URL: 'smtps://mail.example:465', SECRET: 's'.repeat(32), MAIL_FROM: '', TRUST_PROXY: '1',
    };
    expect(named.toSorted()).toEqual(Object.keys(given).toSorted());
    expect(loadConfig(given, [])).toMatchObject({ mode: 'public', trustProxy: 1 });
  });
});

/** One line per instruction: continued lines are joined, remarks left out. */
function instructions(text: string): string[] {
  return text
    .replaceAll(/\\\n\s*/g, '')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'));
}
