/** What dots, squares, colours and lines mean. Loaded when somebody asks. */
import { useLayoutEffect, useRef } from 'react';
import type { Journey } from '../architecture/document';
import { JourneyMark } from '../design/journey-mark';
import { legend as english } from '../i18n/en/legend';
import { legend as spanish } from '../i18n/es/legend';
import { useCanvas } from './canvas-context';
import { DotRatio } from './dot-legend';
import './legend.css';

export interface LegendProps {
  journeys: readonly Journey[];
  onClose(): void;
}

const words = { es: spanish, en: english };

/** In the order of the list: the word, and how it is drawn. */
const signs = [
  ['dot', <circle key="dot" cx={12} cy={8} r={4} fill="var(--journey-1)" />],
  ['cross', <path key="cross" d="M9 5l6 6M15 5l-6 6" stroke="var(--failed)" strokeWidth={2} />],
  ['ring', <circle key="ring" cx={12} cy={8} r={3.6} stroke="var(--degraded)" strokeWidth={1.8} />],
  [
    'hollow',
    <circle key="hollow" cx={12} cy={8} r={3.6} stroke="var(--journey-1)" strokeWidth={1.8} />,
  ],
  [
    'queue',
    <path key="queue" d="M5 8h.1M12 8h.1M19 8h.1" stroke="var(--journey-1)" strokeWidth={6} />,
  ],
  ['free', <rect key="free" x={7} y={3} width={10} height={10} rx={2.5} fill="var(--slot-free)" />],
  ['busy', <rect key="busy" x={7} y={3} width={10} height={10} rx={2.5} fill="var(--journey-1)" />],
  [
    'inVain',
    <g key="inVain">
      <rect x={7} y={3} width={10} height={10} rx={2.5} fill="var(--journey-1)" opacity={0.38} />
      <path d="M8 12l8-8" stroke="var(--journey-1)" />
    </g>,
  ],
  [
    'starting',
    <rect key="starting" x={7.5} y={3.5} width={9} height={9} rx={2.5} stroke="var(--failed)" />,
  ],
  [
    'version',
    <g key="version">
      <rect x={7} y={2} width={10} height={10} rx={2.5} fill="var(--slot-free)" />
      <path d="M7 14.4h10" stroke="var(--ink)" strokeWidth={1.8} />
    </g>,
  ],
  ['call', <path key="call" d="M2 8h20" stroke="var(--edge)" strokeWidth={3} />],
  [
    'async',
    <path key="async" d="M2 8h20" stroke="var(--edge)" strokeWidth={1.6} strokeDasharray="1 5" />,
  ],
  [
    'open',
    <path key="open" d="M2 8h20" stroke="var(--failed)" strokeWidth={1.8} strokeDasharray="5 5" />,
  ],
  [
    'stack',
    <g key="stack" stroke="var(--hairline-strong)">
      <rect x={7} y={1.5} width={14} height={9} rx={2.5} strokeDasharray="2 2" />
      <rect x={3} y={5} width={14} height={9} rx={2.5} fill="var(--hull)" />
    </g>,
  ],
  [
    'frame',
    <rect
      key="frame"
      x={3}
      y={2}
      width={18}
      height={12}
      rx={4}
      stroke="var(--hairline-strong)"
      strokeDasharray="2 3"
    />,
  ],
] as const;

export function Legend({ journeys, onClose }: LegendProps) {
  const { text } = useCanvas();
  const own = words[text.language];
  const sheet = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    sheet.current?.showPopover();
    sheet.current?.focus();
  }, []);
  return (
    <section
      ref={sheet}
      popover="auto"
      tabIndex={-1}
      aria-label={own.title}
      className="legend nodrag nopan nowheel"
      onToggle={(event) => {
        if (event.newState === 'closed') onClose();
      }}
    >
      <h3>{own.title}</h3>
      <DotRatio />
      <p>{own.journeys}</p>
      <ul className="legend-journeys">
        {journeys.map((journey, index) => (
          <li key={journey.id}>
            <JourneyMark index={index} /> {text.nameOf(journey.name)}
          </li>
        ))}
      </ul>
      <ul>
        {signs.map(([word, sign]) => (
          <li key={word}>
            <svg aria-hidden="true" width={24} height={16} fill="none" strokeLinecap="round">
              {sign}
            </svg>
            {own[word]}
          </li>
        ))}
      </ul>
    </section>
  );
}
