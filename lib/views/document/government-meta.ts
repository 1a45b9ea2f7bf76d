import type { CalendarDate } from '@/lib/text/format';
import { machineDate } from '@/lib/text/format';

/**
 * The `<meta>` names that sites of governments carry (《政府网站发展指引》, 国办发〔2017〕47号): those of the whole
 * site, of a column (a list of documents) and of an article. What is not known or configured is
 * left out.
 */
type Names = Record<string, string>;

const filled = (names: Record<string, string | null | undefined>): Names =>
  Object.fromEntries(Object.entries(names).filter((entry): entry is [string, string] => Boolean(entry[1])));

/** Takes the portal's settings; gives the names of the whole site. */
export const siteMeta = (site: {
  siteName?: string | undefined;
  siteDomain?: string | undefined;
  siteIdCode?: string | undefined;
}): Names => filled({ SiteName: site.siteName, SiteDomain: site.siteDomain, SiteIDCode: site.siteIdCode });

/** Names a column, that is a list of documents. */
export const columnMeta = (column: { name: string; description: string; keywords: readonly string[] }): Names =>
  filled({
    ColumnName: column.name,
    ColumnDescription: column.description,
    ColumnKeywords: column.keywords.join(','),
    ColumnType: '政策文件',
  });

interface Article {
  title: string;
  /** When it was published, else signed. */
  day: CalendarDate | null;
  /** Where the text was taken from: 本溪市人民政府公报2022年第3号 */
  source: string;
  author: string | null;
  description: string;
  keywords: readonly string[];
  /** Absolute address of its picture. */
  image: string;
  /** The list of documents that it belongs to: its 主题分类, else its kind. */
  column: string | null;
  /** Its own absolute address. */
  url: string;
}

/**
 * Takes what is known of a document; gives the names of an article. A gazette tells the day alone;
 * the form asks for hours and minutes.
 */
export const articleMeta = ({
  title,
  day,
  source,
  author,
  description,
  keywords,
  image,
  column,
  url,
}: Article): Names =>
  filled({
    ColumnName: column,
    ColumnType: '政策文件',
    ArticleTitle: title,
    PubDate: day && `${machineDate(day)} 00:00`,
    ContentSource: source,
    Author: author,
    Keywords: keywords.join(','),
    Description: description,
    Image: image,
    Url: url,
  });
