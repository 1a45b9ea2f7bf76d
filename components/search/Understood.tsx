import { changeFilter, searchUrl, type SearchFilter } from '@/lib/addresses/search-params';
import type { Understanding } from '@/lib/references/understanding';

interface UnderstoodProps {
  /** As typed, and as it was taken. */
  typed: SearchFilter;
  taken: SearchFilter;
  /** Name of the municipality that was taken as the filter. */
  place: string | undefined;
  understanding: Understanding;
}

/** Says how words were taken that find nothing as they stand. */
export function Understood({ typed, taken, place, understanding: { kinds, left } }: UnderstoodProps) {
  const isPlaced = kinds.includes('place') && place !== undefined;
  return (
    <p className="understood quiet" role="note">
      没有一处写着“{typed.q}”，已{isPlaced && `在${place}的文件里`}改查“
      <a href={searchUrl(changeFilter(taken, {}))} rel="nofollow">
        {taken.q}
      </a>
      ”{left.length > 0 && `（没有再查${left.map((word) => `“${word}”`).join('')}）`}。
    </p>
  );
}
