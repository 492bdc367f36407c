export interface Figure {
  label: string;
  text: string;
}

/** Figures as of now, one under the other. */
export function FigureList({ figures }: { figures: readonly Figure[] }) {
  return (
    <dl className="live-figures">
      {figures.map(({ label, text }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
