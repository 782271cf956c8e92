import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRecord, type Store } from '../app/record.js';
import { createRoutes } from './routes.js';

let record: Store;
beforeAll(async () => {
  record = await openRecord(':memory:');
});
afterAll(() => record.close());

const get = (path: string, init: RequestInit = {}) =>
  createRoutes(record, (host) => host === '127.0.0.1:7357').request(path, {
    ...init,
    headers: { host: '127.0.0.1:7357', ...init.headers },
  });

describe('what every answer carries', () => {
  it('SPEC R-74: a policy that lets nothing run but the application itself', async () => {
    for (const path of ['/', '/nope', '/api', '/api/v1/overview', '/api/v1/nope', '/style.css', '/pair/vn/ru']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy')!;
      for (const part of ["default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"])
        expect([path, policy]).toEqual([path, expect.stringContaining(part)]);
      expect([path, policy]).not.toEqual([path, expect.stringMatching(/unsafe|https?:|\*|data:|blob:/)]);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    }
  });

  it('no answer under a strange name, and none but to GET and HEAD', async () => {
    expect((await get('/', { headers: { host: 'evil.example' } })).status).toBe(403);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      const answer = await get('/', { method });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    }
  });

  it('a record that fails is said, and no more', async () => {
    const broken = {
      ...record,
      counts: () => Promise.reject(Object.assign(new Error('x.db is damaged: restore a copy.'), { name: 'StoreError', code: 'corrupt' })),
    } as Store;
    const answer = await createRoutes(broken, () => true).request('/api/v1/overview');
    const detail = 'The record is damaged: rapporteur doctor says where, a copy can be put in its place.';
    expect([answer.status, await answer.json()]).toMatchObject([503, { code: 'record', detail }]);
  });
});
