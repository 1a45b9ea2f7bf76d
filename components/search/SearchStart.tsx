import { SearchBox } from '@/components/site/SearchBox';
import { SearchForm } from './SearchForm';
import { SearchHelp } from './SearchHelp';

/** The search page before anything was asked. */
export function SearchStart() {
  return (
    <header className="head">
      <h1>检索</h1>
      <div className="mt-5">
        <SearchBox big />
      </div>
      <p className="quiet mt-4">输入文号（括号、空格不限）、标题或正文里的字句；几个词之间用空格隔开。</p>
      <SearchHelp />
      <SearchForm filter={{}} />
    </header>
  );
}
