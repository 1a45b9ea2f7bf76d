interface SubjectLinksProps {
  subjects: readonly string[];
  /** Address of what there is of a subject. */
  href: (subject: string) => string;
}

/** 按主题: the subjects of documents, each with its way there. Nothing where there are none. */
export function SubjectLinks({ subjects, href }: SubjectLinksProps) {
  if (subjects.length === 0) return null;
  return (
    <section className="sec">
      <h2>按主题</h2>
      <p className="chips">
        {subjects.map((subject) => (
          <a key={subject} href={href(subject)}>
            {subject}
          </a>
        ))}
      </p>
    </section>
  );
}
