/** The mark: a line that breaks, and goes on. */
export function Logo() {
  return (
    <span className="logo">
      <svg aria-hidden="true" width="30" height="20" viewBox="0 0 30 20" fill="none">
        <path
          d="M1.5 18.5 11 1.5l5 11 5-7 7.5 13"
          stroke="var(--accent)"
          strokeWidth="2.4"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      </svg>
      <span className="logo-word">Faultline</span>
    </span>
  );
}
