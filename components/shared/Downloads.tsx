import { FORMATS, type Format } from '@/lib/export/files/formats';
import { fileUrl } from '@/lib/addresses/urls';

interface DownloadsProps {
  /** Address of the page that the files are of. */
  page: string;
  /** First part of their names: document, issue, or a section's address. */
  stem: string;
  formats: readonly Format[];
}

/** 下载: the files of a document, a section or an issue, each with what it is good for. */
export function Downloads({ page, stem, formats }: DownloadsProps) {
  return (
    <section className="downloads" aria-label="下载">
      <h2>下载</h2>
      <ul>
        {formats.map((format) => (
          <li key={format}>
            <a href={fileUrl(page, stem, format)} type={plainType(format)} download>
              {FORMATS[format].label}
            </a>
            <small>{FORMATS[format].purpose}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** CSV, Excel: the same beside the caption of a table, without words. */
export function TableDownloads({ page, stem, caption }: { page: string; stem: string; caption: string }) {
  return (
    <span className="table-files">
      {(['csv', 'xlsx'] as const).map((format) => (
        <a
          key={format}
          href={fileUrl(page, stem, format)}
          type={plainType(format)}
          aria-label={`下载${caption}：${FORMATS[format].label}`}
          download
        >
          {FORMATS[format].label}
        </a>
      ))}
    </span>
  );
}

const plainType = (format: Format): string => FORMATS[format].mediaType.replace(/;.*/, '');
