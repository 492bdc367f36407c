import { Specimen, Specimens } from './specimens';
import { useGalleryText } from './use-gallery-text';

const colours = {
  surface: ['paper', 'panel', 'raised', 'sunken', 'hull', 'slot-free'],
  line: ['hairline', 'hairline-strong', 'control-border', 'edge'],
  ink: ['ink', 'muted', 'on-ink', 'accent', 'accent-strong', 'accent-soft'],
  state: ['fine', 'fine-soft', 'degraded', 'degraded-soft', 'failed', 'failed-soft', 'starting'],
  journey: ['journey-1', 'journey-2', 'journey-3', 'journey-4', 'journey-other'],
} as const;

export function ColourSpecimens() {
  return (
    <Specimens title="gallery.colours">
      {Object.entries(colours).map(([group, names]) => (
        <Specimen key={group} state={`colours ${group}`}>
          {names.map((name) => (
            <div key={name} className="gallery-swatch">
              <i style={{ background: `var(--${name})` }} />
              <span>{name}</span>
            </div>
          ))}
        </Specimen>
      ))}
    </Specimens>
  );
}

const sizes = ['tiny', 'small', 'body', 'lead', 'title'] as const;
const spaces = [1, 2, 3, 4, 5, 6, 8] as const;
const motions = ['quick', ''] as const;

export function ScaleSpecimens() {
  const g = useGalleryText();
  return (
    <Specimens title="gallery.scale">
      <Specimen state="type">
        {sizes.map((size) => (
          <p key={size} style={{ fontSize: `var(--text-${size})` }}>
            {g('gallery.sample')}
          </p>
        ))}
      </Specimen>
      <Specimen state="space">
        {spaces.map((space) => (
          <span key={space} className="gallery-bar" style={{ width: `var(--space-${space})` }} />
        ))}
      </Specimen>
      <Specimen state="motion">
        {motions.map((motion) => (
          <span
            key={motion}
            className="gallery-motion"
            style={{
              transition: `transform var(--motion${motion === '' ? '' : `-${motion}`}) var(--ease)`,
            }}
          />
        ))}
      </Specimen>
    </Specimens>
  );
}
