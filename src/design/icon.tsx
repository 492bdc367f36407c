import type { SVGProps } from 'react';

/** Outlines on a grid of 16, drawn with a stroke of the text's colour. */
const outlines = {
  play: 'M5 3.2v9.6l7.6-4.8z',
  pause: 'M5.4 3.4v9.2M10.6 3.4v9.2',
  restart: 'M3.2 8a4.8 4.8 0 1 0 1.6-3.6M3.4 2.4v2.8h2.8',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3 8.4l3.2 3.2L13 4.6',
  alert: 'M8 2.6L14 13H2zM8 6.6v3M8 11.2v.1',
  down: 'M5 5l6 6M11 5l-6 6M8 1.8a6.2 6.2 0 1 0 0 12.4 6.2 6.2 0 0 0 0-12.4',
  clock: 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8M8 4.6V8l2.4 1.6',
  full: 'M3 3h4v4H3zM9 3h4v4H9zM3 9h4v4H3zM9 9h4v4H9z',
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1.4v1.4M8 13.2v1.4M1.4 8h1.4M13.2 8h1.4M3.3 3.3l1 1M11.7 11.7l1 1M3.3 12.7l1-1M11.7 4.3l1-1',
  moon: 'M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7z',
  half: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 2.6a5.4 5.4 0 0 0 0 10.8z',
  link: 'M6.6 9.4l2.8-2.8M7.2 4.6l1.4-1.4a2.9 2.9 0 0 1 4.2 4.2l-1.4 1.4M8.8 11.4l-1.4 1.4a2.9 2.9 0 0 1-4.2-4.2l1.4-1.4',
  code: 'M5.4 4.6L2 8l3.4 3.4M10.6 4.6L14 8l-3.4 3.4',
  open: 'M2.4 12.6V4.2c0-.6.4-1 1-1h2.8l1.4 1.6h5c.6 0 1 .4 1 1v6.8c0 .6-.4 1-1 1H3.4c-.6 0-1-.4-1-1z',
  reset: 'M5.8 3.2L3 6l2.8 2.8M3.2 6h6.2a3.4 3.4 0 0 1 0 6.8H6.6',
  people:
    'M6 3a2.2 2.2 0 1 0 0 4.4A2.2 2.2 0 0 0 6 3M1.8 13c0-2.4 1.8-4 4.2-4s4.2 1.6 4.2 4M10.4 3.2a2.2 2.2 0 0 1 0 4M11.8 9.3c1.5.6 2.4 1.9 2.4 3.7',
  bolt: 'M9 1.8L3.6 9h3.8L6.8 14.2 12.4 7H8.6z',
  right: 'M6 3.4L10.6 8 6 12.6',
  chart: 'M2.6 2.6v10.8h10.8M5.4 10.6V8M8.2 10.6V5M11 10.6V6.6',
  question:
    'M6 6.2a2 2 0 1 1 3 1.7c-.7.4-1 .8-1 1.6M8 11.6v.1M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8',
  more: 'M3.4 8h.1M8 8h.1M12.6 8h.1',
  back: 'M11 3.6L5.4 8l5.6 4.4zM4 3.6v8.8',
  on: 'M5 3.6L10.6 8 5 12.4zM12 3.6v8.8',
  chevron: 'M4 6.2L8 10.2 12 6.2',
} as const;

export type IconName = keyof typeof outlines;

export const iconNames = Object.keys(outlines) as IconName[];

/** Shapes that read better filled. */
const filled: ReadonlySet<IconName> = new Set(['play', 'bolt', 'half']);

export interface IconProps extends SVGProps<SVGSVGElement> {
  name: IconName;
  /** Side in CSS pixels, 16 by default. */
  size?: number;
}

/** Decoration beside a word or inside a named control; never the only carrier of a meaning. */
export function Icon({ name, size = 16, ...rest }: IconProps) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill={filled.has(name) ? 'currentColor' : 'none'}
      fillRule="evenodd"
      stroke="currentColor"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      {...rest}
    >
      <path d={outlines[name]} />
    </svg>
  );
}
