import { sampleMunicipality } from '@/lib/settings/sample';

/** Said on every page that shows the invented municipality. */
export function SampleNotice() {
  return (
    <aside className="sample-notice" aria-label="示例说明">
      <p className="wrap">
        <b>示例</b>　{sampleMunicipality}是虚构的示例，内容不是真实文件。
      </p>
    </aside>
  );
}
