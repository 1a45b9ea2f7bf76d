import { sampleMunicipality } from '@/lib/sample';

/** Said on every page that shows the invented municipality. */
export function SampleNotice() {
  return (
    <div className="sample-notice" role="note">
      <p className="wrap">
        <b>示例</b>　{sampleMunicipality}是虚构的示例，内容不是真实文件。
      </p>
    </div>
  );
}
