import { writeAddress } from '../workspace/address';
import { useText } from '../workspace/use-text';
import { useWorkspace } from '../workspace/use-workspace';
import { addressOf } from '../workspace/workspace';

/** The way out of the frame: the whole page with the same picture, in a tab of its own. */
export function ExploreLink() {
  const { t } = useText();
  const search = useWorkspace((state) => writeAddress(addressOf(state)));
  return (
    <a
      className="explore-link"
      href={`${window.location.pathname}${search}`}
      target="_blank"
      rel="noopener"
    >
      <span className="explore-link-long">{t('embed.explore')}</span>
      <span className="explore-link-short">Faultline</span>
      <span aria-hidden="true"> →</span>
      <span className="visually-hidden"> {t('embed.explore.tab')}</span>
    </a>
  );
}
