import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '@/lib/addresses/testing/examples';
import { countedQuery } from './address-key';
import { policyOf } from './policies';

describe('the policy of an address', () => {
  it('knows the address of every route as the portal writes it', () => {
    for (const { address } of Object.values(EXAMPLES)) {
      const path = encodeURI(address.split('?')[0]!);
      expect(policyOf(path).isCanonical, path).toBe(true);
    }
  });

  it('takes an address in other spellings for one without end', () => {
    for (const path of ['/%62enxi', '/benxi/', '//benxi', '/nothing/at/all/here', '/zh-hant/zh-hant/benxi'])
      expect(policyOf(path).isCanonical, path).toBe(false);
  });

  it('gives a page in traditional characters the parameters of the page itself', () => {
    expect(policyOf('/zh-hant/benxi').policy.parameters).toEqual(policyOf('/benxi').policy.parameters);
    expect(policyOf('/zh-hant/benxi').policy.work).toBe('heavy');
  });

  it('counts the day of a text on the page of a document, of a section and in its files', () => {
    const keyOf = (path: string) => countedQuery('utm=1&on=2023-07-01', policyOf(path).policy);
    expect(keyOf('/benxi/benzhenggui-2023-4')).toBe('?on=2023-07-01');
    expect(keyOf('/benxi/benzhenggui-2023-4/files/document.docx')).toBe('?on=2023-07-01');
    expect(keyOf('/benxi/benzhenggui-2023-4/a-t9')).toBe('?on=2023-07-01');
    expect(keyOf('/benxi/benzhenggui-2023-4/web')).toBe('');
  });

  it('keeps no answer to a form', () => {
    expect(policyOf('/display').policy.kept).toBe('passed');
    expect(policyOf('/check').policy.posted).toBe(true);
    expect(policyOf('/benxi').policy.posted).toBe(false);
  });
});
