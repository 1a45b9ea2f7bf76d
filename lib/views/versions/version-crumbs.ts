import { documentUrl, municipalityUrl, versionsUrl } from '@/lib/addresses/urls';
import type { Crumb } from '@/lib/views/crumb';
import { nameDocument } from '@/lib/views/document/document-titles';

/** 本溪市 › 本政发〔2022〕2号 › 历次版本, and below it a version or a comparison. */
export function versionCrumbs(
  document: { municipality: { name: string; slug: string }; slug: string; title: string; docNumber: string | null },
  page: string,
): Crumb[] {
  const { municipality, slug } = document;
  const list = { label: '历次版本', href: versionsUrl(municipality.slug, slug) };
  return [
    { label: municipality.name, href: municipalityUrl(municipality.slug) },
    { label: nameDocument(document), href: documentUrl(municipality.slug, slug) },
    ...(page === list.label ? [{ label: page }] : [list, { label: page }]),
  ];
}
