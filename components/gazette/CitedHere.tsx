import type { Scene } from '@/lib/views/gazette/scene';

/** A quiet line at a section that others cite: 被引用 3 处, leading to who does. Nothing at the others. */
export function CitedHere({ id, scene }: { id: string; scene: Scene }) {
  const count = scene.citedSections?.get(id);
  if (count === undefined) return null;
  return (
    <p className="cited-here">
      <a href={`${scene.documentHref}/${id}#cited-by`}>这一节被引用 {count} 处</a>
    </p>
  );
}
