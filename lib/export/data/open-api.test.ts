import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, test } from 'vitest';
import { openApiDocument } from './open-api';

const document = openApiDocument({ siteUrl: 'https://example.gov.cn', siteName: '公报' });

test('is an OpenAPI document', async () => {
  const { valid, errors } = await new Validator().validate(
    JSON.parse(JSON.stringify(document)) as Record<string, unknown>,
  );
  expect(errors).toBeUndefined();
  expect(valid).toBe(true);
});

test('every address has a summary and says what it answers', () => {
  const operations = Object.entries(document.paths ?? {});
  expect(operations.length).toBeGreaterThanOrEqual(5);
  for (const [address, { get }] of operations) {
    expect(get?.summary, address).toBeTruthy();
    const type = address.startsWith('/api/') ? 'application/json' : 'application/feed+json';
    expect(get?.responses?.['200'], address).toHaveProperty(['content', type, 'schema']);
  }
});
