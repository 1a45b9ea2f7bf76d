import type { RegisterFilter } from '@/lib/addresses/register-params';

/** A list of the register that a file is made of. */
export interface RegisterList {
  /** Of the municipality. */
  name: string;
  slug: string;
  sample: boolean;
  filter: RegisterFilter;
  siteUrl: string;
}
