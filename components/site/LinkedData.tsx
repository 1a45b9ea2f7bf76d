/**
 * JSON-LD for programs that read the page; takes it printed (lib/export/linked-data.ts). It is no
 * script that runs.
 */
export function LinkedData({ json }: { json: string }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
