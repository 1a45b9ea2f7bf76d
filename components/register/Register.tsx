import { Pager } from '@/components/shared/Pager';
import { FollowThis } from '@/components/site/FollowLinks';
import {
  REGISTER_FILES,
  REGISTER_TABS,
  registerCalendarUrl,
  registerFeedUrl,
  registerFileUrl,
  registerUrl,
  type RegisterFilter,
} from '@/lib/addresses/register-params';
import { FORMATS } from '@/lib/export/files/formats';
import type { MunicipalityName } from '@/lib/db/queries/municipalities/municipalities';
import type { RegisterPage } from '@/lib/db/queries/validity/register';
import { REGISTER_WORDS } from '@/lib/views/register/register-words';
import { RegisterFilters } from './RegisterFilters';
import { RegisterRow } from './RegisterRow';

interface RegisterProps {
  municipality: MunicipalityName;
  register: RegisterPage;
  filter: RegisterFilter;
}

/** The lists of the register with their counts, and the documents of one. */
export function Register({ municipality: { name, slug }, register, filter }: RegisterProps) {
  const { totals, total, page, pages, entries } = register;
  const { page: _page, ...limits } = filter;
  return (
    <>
      <header className="head">
        <h1>
          {name}
          <wbr />
          文件时效目录
        </h1>
        <p className="facts-line">
          <span>规章、行政规范性文件，以及有句子说到时效的文件 {totals.all} 件</span>
          {filter.agency !== undefined && <span>{filter.agency}</span>}
          {filter.year !== undefined && <span>{filter.year}年</span>}
          {pages > 1 && (
            <span>
              第 {page} 页，共 {pages} 页
            </span>
          )}
          {REGISTER_FILES.map((file) => (
            <a key={file} href={registerFileUrl(slug, file, filter)} rel="nofollow">
              下载这一列（{FORMATS[file].label}）
            </a>
          ))}
        </p>
      </header>
      <nav className="register-tabs" aria-label="时效">
        <ul>
          {REGISTER_TABS.map((tab) => (
            <li key={tab}>
              <a
                href={registerUrl(slug, { ...limits, tab })}
                aria-current={tab === filter.tab ? 'page' : undefined}
                rel={tab === 'all' ? undefined : 'nofollow'}
              >
                {REGISTER_WORDS[tab]} <span className="count">{totals[tab]}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="results">
        <RegisterFilters slug={slug} register={register} filter={filter} />
        <section aria-label={REGISTER_WORDS[filter.tab]}>
          {total === 0 && <p className="quiet">没有这样的文件。</p>}
          <ol className="register">
            {entries.map((entry) => (
              <RegisterRow key={entry.document.id} entry={entry} />
            ))}
          </ol>
          <p className="take-along">
            <a href={registerCalendarUrl(slug, filter)} rel="nofollow">
              到期日历<small>（iCalendar）</small>
            </a>
          </p>
          <FollowThis feeds={[{ label: '到期前 90、30 天和当天的提醒', href: registerFeedUrl(slug) }]} />
          <Pager page={page} pages={pages} href={(number) => registerUrl(slug, { ...limits, page: number })} />
        </section>
      </div>
    </>
  );
}
