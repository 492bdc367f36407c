import type { ReactNode } from 'react';
import type { GalleryKey } from '../../i18n/gallery-text';
import { useGalleryText } from './use-gallery-text';

export interface SpecimensProps {
  title: GalleryKey;
  /** Whether a picture of it is kept; default true. */
  isPictured?: boolean;
  children: ReactNode;
}

/** A group of parts under one heading; the visual tests take a picture of each. */
export function Specimens({ title, isPictured = true, children }: SpecimensProps) {
  const g = useGalleryText();
  return (
    <section
      className="gallery-section"
      data-picture={isPictured ? title.replace('gallery.', '') : undefined}
    >
      <h2>{g(title)}</h2>
      <div className="gallery-specimens">{children}</div>
    </section>
  );
}

/** One part in one state, on a panel as wide as the inspector's content. */
export function Specimen({ state, children }: { state: string; children: ReactNode }) {
  return (
    <figure className="gallery-specimen" data-specimen={state}>
      {children}
    </figure>
  );
}
