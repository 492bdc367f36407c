import './journey-mark.css';

export interface JourneyMarkProps {
  /** Place of the journey in the document, from 0. */
  index: number;
}

/** A journey's colour, with a shape for those who cannot tell the colours apart. */
export function JourneyMark({ index }: JourneyMarkProps) {
  const kind = index < 4 ? String(index + 1) : 'other';
  return <span aria-hidden="true" className={`journey-mark journey-mark-${kind}`} />;
}
